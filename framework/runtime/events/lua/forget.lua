-- Remove this consumer, or those that are long dead.

-- deleting a consumer deletes its list of pending messages, so it must be empty
local idle, gone = tonumber(ARGV[4]), 0
for _, each in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
  local found = named(each)
  local name = found['name']
  local old = name == me and idle == 0 or name ~= me and idle > 0 and found['idle'] > idle
  if old and found['pending'] == 0 then
    redis.call('XGROUP', 'DELCONSUMER', stream, group, name)
    gone = gone + 1
  end
end
return gone
