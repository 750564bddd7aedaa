-- Give a message back until its time.

local id, delay, history = ARGV[4], tonumber(ARGV[5]), ARGV[6]
local found = pending(id)
if not found or found[2] ~= me then return 0 end
if history ~= '' then redis.call('HSET', failed, id, history) end
-- a delivery with an outcome is no crash: crashes are all that the group's own count holds
park(id, now + delay, math.max(0, found[4] - 1))
if pending(id) then return 1 end
finish(id) -- somebody has deleted it from the stream
return -1
