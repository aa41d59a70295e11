-- What wrk sends: the questions of a file in turn, each with a number of its own, so that no two messages are alike. Settings come
-- from the environment: KIND (ask or messages), TEXTS (a file with one question a line, fit for a JSON string), FIRST (the number to begin with).
local texts, kind, number

function init()
  kind, number, texts = os.getenv("KIND"), tonumber(os.getenv("FIRST")), {}
  for text in io.lines(os.getenv("TEXTS")) do texts[#texts + 1] = text end
  wrk.method, wrk.path = "POST", "/api/" .. kind
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  number = number + 1
  local text = string.format("%s（来函K%d）", texts[number % #texts + 1], number)
  local body
  if kind == "ask" then
    -- In no order, like the names that callers give: names that follow each other would spare a store half of its work.
    body = string.format('{"text":"%s","conversationId":"load-%010.0f"}', text, (number * 2654435761) % 4294967296)
  else
    body = string.format('{"type":"message","id":"m-%d","channelId":"emulator","serviceUrl":"http://127.0.0.1:9","deliveryMode":"expectReplies","locale":"zh-CN",'
      .. '"from":{"id":"u-%d","name":"User"},"recipient":{"id":"bot","name":"Bot"},"conversation":{"id":"c-%d"},"text":"%s"}', number, number, number, text)
  end
  return wrk.format(nil, nil, nil, body)
end

-- One line for the program that ran it.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("load requests=%d seconds=%.3f p50=%.3f p90=%.3f p99=%.3f max=%.3f failed=%d\n",
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
