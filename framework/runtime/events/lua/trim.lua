-- Trim what every group has done with, down to a length or an age.

local stream, max_len, max_age = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function less(a, b)
  local a1, a2 = string.match(a, '(%d+)-(%d+)')
  local b1, b2 = string.match(b, '(%d+)-(%d+)')
  a1, a2, b1, b2 = tonumber(a1), tonumber(a2), tonumber(b1), tonumber(b2)
  return a1 < b1 or (a1 == b1 and a2 < b2)
end

if redis.call('EXISTS', stream) == 0 then return 0 end
local edge = '0-0' -- the first message to keep
if max_age then edge = string.format('%.0f-0', math.max(0, now - max_age)) end
local spare = max_len and redis.call('XLEN', stream) - max_len or 0
if spare > 0 then
  -- a thousand at a time: what is left over goes next time
  local first = redis.call('XRANGE', stream, '-', '+', 'COUNT', math.min(spare, 1000) + 1)
  local kept = first[#first][1]
  if less(edge, kept) then edge = kept end
end

local missing = {}
for i = 3, #ARGV do missing[ARGV[i]] = true end
for _, each in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
  local found = named(each)
  missing[found['name']] = nil
  local reached = found['last-delivered-id']
  local waiting = redis.call('XPENDING', stream, found['name'])
  if waiting[1] > 0 and less(waiting[2], reached) then reached = waiting[2] end
  if less(reached, edge) then edge = reached end
end
if next(missing) then return 0 end -- a subscriber that has never started has finished nothing
return redis.call('XTRIM', stream, 'MINID', edge)
