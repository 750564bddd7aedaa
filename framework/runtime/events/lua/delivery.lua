-- What each step of delivery begins with.

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
  return key .. '\0' .. string.rep('0', 20 - #ms) .. ms .. '-' .. string.rep('0', 20 - #seq) .. seq
end

-- the first message of a key that is not done
local function head(key)
  local from, to = '[' .. key .. '\0', '(' .. key .. '\1'
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
