// Holds a conversation by botframework-directlinejs. Arguments: the address of /v3/directline, stream or poll,
// and the turns; writes one line of JSON for each reply.
const [domain, way, ...turns] = process.argv.slice(2);
global.XMLHttpRequest = require('xhr2');
global.WebSocket = require('ws');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const fail = why => {
  console.error(why);
  process.exit(1);
};
setTimeout(() => fail('The conversation took too long.'), 40000);

async function main() {
  const granted = await fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: 'dl_peer' } })
  });
  const { token } = await granted.json();
  const line = new DirectLine({ domain, token, webSocket: way === 'stream', pollingInterval: 200 });
  let sawOnline = false;
  line.connectionStatus$.subscribe(status => {
    if (status === ConnectionStatus.Online) sawOnline = true;
    if (status === ConnectionStatus.FailedToConnect || status === ConnectionStatus.ExpiredToken) fail(`Connection status ${status}.`);
  });

  let waiting = null;
  const echoed = new Set();
  line.activity$.subscribe(
    activity => {
      if (activity.from.id === 'dl_peer') {
        echoed.add(activity.channelData && activity.channelData.clientActivityID);
        return;
      }
      if (activity.type !== 'message') return;
      console.log(JSON.stringify(activity));
      if (waiting) waiting(activity);
    },
    error => fail(String(error))
  );

  const next = () => new Promise(resolve => (waiting = resolve));
  await next(); // the greeting
  for (const [i, text] of turns.entries()) {
    const reply = next();
    await new Promise((resolve, reject) =>
      line
        .postActivity({ type: 'message', text, from: { id: 'somebody-else', role: 'bot' }, channelData: { clientActivityID: `c${i}` } })
        .subscribe(id => (id === 'retry' ? reject(new Error('The post failed.')) : resolve(id)), reject)
    );
    await reply;
    if (!echoed.has(`c${i}`)) fail('The own message did not come back.');
  }
  if (!sawOnline) fail('Never online.');
  line.end();
  process.exit(0);
}

main().catch(error => fail(String(error)));
