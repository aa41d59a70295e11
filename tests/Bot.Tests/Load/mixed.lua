-- Visitors for wrk: a thread a connection, and on each one visitor after the other, so that every reply is known to belong to the
-- request before it. Settings come from the environment:
-- TALKS   a file, a conversation a line: its turns, fit for a JSON string, parted by tabs
-- SEALED  a file, an encrypted message of WeChat a line: query, tab, body
-- SIGNED  the query of a WeChat message in the open
-- FIRST   keeps this run's conversations apart from those of the runs before

local threads = {}

function setup(thread)
  thread:set("visitor", #threads + 1)
  threads[#threads + 1] = thread
end

-- Read by done() from each thread.
kinds, faults = {}, {}

local talks, sealed, first, number = {}, {}, os.getenv("FIRST"), 0
local signed = os.getenv("SIGNED")
local answered, visits, probed

-- Sends and gives the reply; what is not as it should be is counted by what was asked and what came.
local function send(kind, wanted, holds, method, path, body, media)
  local headers = { ["Content-Type"] = media or "application/json", Host = wrk.headers["Host"] }
  answered = nil
  coroutine.yield(wrk.format(method, path, headers, body))
  kinds[kind] = (kinds[kind] or 0) + 1
  local fault
  if not answered then fault = "no reply"
  elseif answered.status ~= wanted then fault = tostring(answered.status)
  elseif not answered.body:find(holds, 1, true) then fault = "another body" end
  if not fault then return answered.body end
  local name = kind:gsub(" ", "_") .. "_" .. fault:gsub(" ", "_")
  faults[name] = (faults[name] or 0) + 1
end

local function one_of(list) return list[math.random(#list)] end

-- What stands in every answer's record is asked for by its id: a rating, the answer itself, a 答复单.
local function after(answer)
  local id, chance = answer:match('"answerId":"([^"]+)"'), math.random(10)
  if chance <= 3 then send("feedback", 201, id, "POST", "/api/feedback", string.format('{"answerId":"%s","helpful":%s}', id, tostring(chance > 1)))
  elseif chance == 4 then send("answer", 200, id, "GET", "/api/answers/" .. id)
  elseif chance == 5 then send("summary", 200, "DFD1.", "POST", "/api/summaries", string.format('{"answerId":"%s"}', id)) end
end

local function ask(name)
  local answer
  for _, text in ipairs(one_of(talks)) do
    answer = send("ask", 200, name, "POST", "/api/ask", string.format('{"text":"%s","conversationId":"%s"}', text, name)) or answer
  end
  if answer then after(answer) end
end

local function messages(name)
  for turn, text in ipairs(one_of(talks)) do
    send("messages", 200, '"activities":[{', "POST", "/api/messages", string.format('{"type":"message","id":"%s-%d","channelId":"emulator",'
      .. '"serviceUrl":"http://127.0.0.1:9","deliveryMode":"expectReplies","locale":"zh-CN","from":{"id":"u-%s","name":"User"},'
      .. '"recipient":{"id":"bot","name":"Bot"},"conversation":{"id":"%s"},"text":"%s"}', name, turn, name, name, text))
  end
end

local function wechat(name)
  for turn, text in ipairs(one_of(talks)) do
    local xml = string.format("<xml><ToUserName>gh_1</ToUserName><FromUserName>o-%s</FromUserName><CreateTime>1664600000</CreateTime><MsgType>text</MsgType>"
      .. "<Content><![CDATA[%s]]></Content><MsgId>%s-%d</MsgId></xml>", name, text, name, turn)
    send("wechat", 200, "<Content>", "POST", "/wechat/official?" .. signed, xml, "text/xml")
  end
end

local function wechat_sealed()
  number = number + 1
  local message = sealed[number % #sealed + 1]
  send("wechat encrypted", 200, "<Encrypt>", "POST", "/wechat/official?" .. message[1], message[2], "text/xml")
end

local sums = {
  { "pilot-funding", '{"applicant":"county"}' },
  { "manufacturing-internet-service", '{"localEnterprisesServed":12,"executedContractAmount":12000000.50}' },
  { "core-industry-revenue", '{"category":"manufacturing","annualRevenue":520000000}' },
  { "equity-investment", '{"fundsReceived":8000000,"localCoreIndustry":true,"marketFund":true}' },
}

local function look_up()
  local chance = math.random(12)
  if chance <= 4 then send("clause", 200, '"clause":"xunwu-51/3"', "GET", "/api/clauses/xunwu-51/3")
  elseif chance <= 7 then send("search", 200, '"hits":[{', "GET", "/api/clauses?q=%E7%99%BE%E5%BC%BA&top=5")
  elseif chance <= 10 then
    local sum = one_of(sums)
    send("calculator", 200, '"calculator":"' .. sum[1], "POST", "/api/calculators/" .. sum[1], sum[2])
  elseif chance == 11 then send("screening", 200, '"awards":[{', "POST", "/api/screen", '{"category":"manufacturing","annualRevenue":520000000}')
  else send("page", 200, "</html>", "GET", one_of({ "/", "/calculators" })) end
end

local function visit()
  while true do
    number = number + 1
    local name, chance = string.format("%s-%d-%d", first, visitor, number), math.random(100)
    if chance <= 40 then ask("c-" .. name)
    elseif chance <= 65 then messages("m-" .. name)
    elseif chance <= 73 then wechat("w-" .. name)
    elseif chance <= 75 then wechat_sealed()
    else look_up() end
  end
end

function init()
  math.randomseed(visitor + 1000 * tonumber(first))
  for line in io.lines(os.getenv("TALKS")) do
    local talk = {}
    for turn in line:gmatch("[^\t]+") do talk[#talk + 1] = turn end
    talks[#talks + 1] = talk
  end
  local at = 0
  for line in io.lines(os.getenv("SEALED")) do
    at = at + 1
    -- Each visitor its own share, as far as there are enough.
    if at % 64 == visitor % 64 then
      local query, body = line:match("^([^\t]+)\t(.+)$")
      sealed[#sealed + 1] = { query, body }
    end
  end
  number = math.random(1000)
  visits = coroutine.wrap(visit)
end

function request()
  if visitor == 1 and not probed then
    -- wrk looks at the first visitor's first request and does not send it.
    probed = true
    return wrk.format("GET", "/healthz")
  end

  return visits()
end

function response(status, _, body) answered = { status = status, body = body } end

-- Lines for the program that ran it.
function done(summary, latency)
  local all, errors = { kind = {}, fault = {} }, summary.errors
  for _, thread in ipairs(threads) do
    for kind, count in pairs(thread:get("kinds")) do all.kind[kind] = (all.kind[kind] or 0) + count end
    for fault, count in pairs(thread:get("faults")) do all.fault[fault] = (all.fault[fault] or 0) + count end
  end
  for _, name in ipairs({ "connect", "read", "write", "timeout" }) do
    if errors[name] > 0 then all.fault["socket_" .. name] = errors[name] end
  end
  io.write(string.format("load %d %.3f %.3f\n", summary.requests, summary.duration / 1e6, latency.max / 1e3))
  for what, counts in pairs(all) do
    for name, count in pairs(counts) do io.write(string.format("%s %s %d\n", what, name:gsub(" ", "_"), count)) end
  end
  -- Enough of the distribution to put several runs together.
  io.write("quantiles")
  for part = 0.05, 100, 0.1 do io.write(string.format(" %.3f", latency:percentile(part) / 1e3)) end
  io.write("\n")
end
