"""What happens in one step inside Redis, so that neither a crash nor a race can come between.

Every script takes the same keys, which share one slot of a cluster, and can be repeated when its
answer was lost. Time is the server's.
"""

NAMED = """
-- names and values in turn, as a table
local function named(flat)
  local found = {}
  for i = 1, #flat, 2 do found[flat[i]] = flat[i + 1] end
  return found
end
"""

KEYS = (
    NAMED
    + """
local stream, due, failed, order, keyed, letters = unpack(KEYS)
local group, me, parked = ARGV[1], ARGV[2], ARGV[3]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local LATER = 9007199254740991 -- due when the message of the same key that comes first is done

local function groups()
  local found = redis.call('XINFO', 'GROUPS', stream)
  for at, each in ipairs(found) do found[at] = named(each) end
  return found
end

local function pending(id)
  return redis.call('XPENDING', stream, group, id, id, 1)[1]
end

-- keys hold no NUL: all messages of one key stand together, in the order of the stream
local function member(key, id)
  local ms, seq = string.match(id, '(%d+)-(%d+)')
  return key .. '\\0' .. string.rep('0', 20 - #ms) .. ms .. '-' .. string.rep('0', 20 - #seq) .. seq
end

-- the first message of a key that is not done
local function head(key)
  local from, to = '[' .. key .. '\\0', '(' .. key .. '\\1'
  local first = redis.call('ZRANGEBYLEX', order, from, to, 'LIMIT', 0, 1)[1]
  if not first then return nil end
  return string.match(string.sub(first, -41, -22), '0*(%d+)') .. '-'
    .. string.match(string.sub(first, -20), '0*(%d+)')
end

local function waits(id)
  local score = redis.call('ZSCORE', due, id)
  return score and tonumber(score) == LATER
end

-- forget a message; return the one that waited for it
local function finish(id)
  redis.call('XACK', stream, group, id)
  redis.call('ZREM', due, id)
  redis.call('HDEL', failed, id)
  local key = redis.call('HGET', keyed, id)
  if not key then return nil end
  redis.call('HDEL', keyed, id)
  redis.call('ZREM', order, member(key, id))
  local following = head(key)
  if following and waits(following) then
    redis.call('ZADD', due, now, following)
    return following
  end
end

-- give a message to this consumer; false where its fields should be when somebody deleted them
local function take(id)
  local found = pending(id)
  if not found then
    finish(id)
    return nil
  end
  local history = redis.call('HGET', failed, id) or ''
  local claimed = redis.call('XCLAIM', stream, group, me, 0, id)
  redis.call('ZREM', due, id)
  if claimed[1] and claimed[1][2] then
    return {id, found[4] + 1, history, claimed[1][2]}
  end
  finish(id)
  return {id, found[4], history, false}
end

local function park(id, at, count)
  redis.call('ZADD', due, at, id)
  redis.call('XCLAIM', stream, group, parked, 0, id, 'RETRYCOUNT', count, 'JUSTID')
end

-- the message that waited for one that is done, when the consumer wants more
local function chained(following, more)
  if following and more == '1' then return take(following) or false end
  return false
end
"""
)

JOIN = (
    KEYS
    + """
for _, each in ipairs(redis.call('EXISTS', stream) == 1 and groups() or {}) do
  if each['name'] == group then return 0 end
end
redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
redis.call('DEL', due, failed, order, keyed) -- what a group of this name left is of no stream
return 1
"""
)

TAKE = (
    KEYS
    + """
local lease, most, cursor = ARGV[4], tonumber(ARGV[5]), ARGV[6]
local suspected = ARGV[7] == '1' -- a message is in hand that took several consumers down
local out, mine, read = {}, {}, 0
local half = math.ceil(most / 2) -- new messages get the other half, however many are due
for i = 8, #ARGV do mine[ARGV[i]] = true end

for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, half)) do
  local item = take(id)
  if item then out[#out + 1] = item end
end

-- what a consumer held that has not been heard of for a lease, or that nobody holds
if cursor ~= '' and #out < half then
  local old = redis.call('XPENDING', stream, group, 'IDLE', lease, cursor, '+', 500)
  local complete = #old < 500
  for _, entry in ipairs(old) do
    local id = entry[1]
    if #out >= half then
      cursor, complete = id, false
      break
    end
    cursor = '(' .. id
    -- of those that were in hand in several crashes one at a time: the others may be bystanders
    local suspect = entry[4] > 1
    local held = mine[id] or (entry[2] == parked and redis.call('ZSCORE', due, id))
    if not held and not (suspect and suspected) then
      suspected = suspected or suspect
      redis.call('HSETNX', failed, id, '0 ' .. string.format('%.0f', now - entry[3]))
      local item = take(id)
      if item then out[#out + 1] = item end
    end
  end
  if complete then cursor = '' end
end

-- a message waits while an earlier one of its key is not done
local function enters(id, fields)
  local key
  for i = 1, #fields, 2 do
    if fields[i] == 'key' then key = string.sub(fields[i + 1], 1, 1000) end
  end
  if not key then return true end
  redis.call('HSET', keyed, id, key)
  redis.call('ZADD', order, 0, member(key, id))
  local first = head(key)
  while first ~= id and not pending(first) do -- acknowledged by hand
    finish(first)
    first = head(key)
  end
  return first == id
end

if #out < most then
  local reply = redis.call(
    'XREADGROUP', 'GROUP', group, me, 'COUNT', most - #out, 'STREAMS', stream, '>')
  for _, entry in ipairs(reply and reply[1] and reply[1][2] or {}) do
    read = read + 1
    if enters(entry[1], entry[2]) then
      out[#out + 1] = {entry[1], 1, '', entry[2]}
    else
      park(entry[1], LATER, 0)
    end
  end
end

local last = ''
if #out == 0 and read == 0 then
  for _, each in ipairs(groups()) do
    if each['name'] == group then last = each['last-delivered-id'] end
  end
end
local soonest = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
local pause = soonest[2] and math.max(0, tonumber(soonest[2]) - now) or LATER
return {string.format('%.0f', pause), cursor, last, read, out}
"""
)

ACK = (
    KEYS
    + """
return chained(finish(ARGV[4]), ARGV[5])
"""
)

RETRY = (
    KEYS
    + """
local id, delay, history = ARGV[4], tonumber(ARGV[5]), ARGV[6]
local found = pending(id)
if not found or found[2] ~= me then return 0 end
if history ~= '' then redis.call('HSET', failed, id, history) end
-- a delivery with an outcome is no crash: crashes are all that the group's own count holds
park(id, now + delay, math.max(0, found[4] - 1))
if pending(id) then return 1 end
finish(id) -- somebody has deleted it from the stream
return -1
"""
)

BURY = (
    KEYS
    + """
local id, more = ARGV[4], ARGV[5]
local found = pending(id)
if not found or found[2] ~= me then return {0, false} end
if #ARGV > 5 then
  -- first, because a script is not rolled back: a refused write leaves all as it was
  redis.call('XADD', letters, '*', unpack(ARGV, 6))
end
return {1, chained(finish(id), more)}
"""
)

HOLD = (
    KEYS
    + """
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
"""
)

FORGET = (
    KEYS
    + """
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
"""
)

TRIM = (
    NAMED
    + """
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
"""
)
