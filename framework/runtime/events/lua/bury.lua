-- Keep a letter, if there is one, and be done with the message.

local id, more = ARGV[4], ARGV[5]
local found = pending(id)
if not found or found[2] ~= me then return {0, false} end
if #ARGV > 5 then
  -- first, because a script is not rolled back: a refused write leaves all as it was
  redis.call('XADD', letters, '*', unpack(ARGV, 6))
end
return {1, chained(finish(id), more)}
