-- What several scripts begin with.

-- names and values in turn, as a table
local function named(flat)
  local found = {}
  for i = 1, #flat, 2 do found[flat[i]] = flat[i + 1] end
  return found
end
