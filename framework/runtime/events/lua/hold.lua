-- Renew leases; return the ids of those that others have taken.

local lost = {}
for i = 4, #ARGV do
  local found = pending(ARGV[i])
  if found and found[2] == me then
    redis.call('XCLAIM', stream, group, me, 0, ARGV[i], 'RETRYCOUNT', found[4], 'JUSTID')
  else
    lost[#lost + 1] = ARGV[i]
  end
end
return lost
