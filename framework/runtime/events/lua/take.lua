-- Take messages: those whose pause is over, those of dead consumers, new ones.

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
