-- Make the group at the beginning of its stream, unless it exists: what was published before is read.

for _, each in ipairs(redis.call('EXISTS', stream) == 1 and groups() or {}) do
  if each['name'] == group then return 0 end
end
redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
redis.call('DEL', due, failed, order, keyed) -- what a group of this name left is of no stream
return 1
