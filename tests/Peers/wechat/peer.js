// Reads one request a line on standard input and writes one answer a line: {"key","receiver","token"} with
// {"decrypt": cipher} or {"encrypt": text} or {"sign": [timestamp, nonce, cipher]}.
const readline = require('node:readline');
const WXBizMsgCrypt = require('wechat-crypto');

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line);
  const peer = new WXBizMsgCrypt(request.token, request.key, request.receiver);
  let answer;
  if (request.decrypt !== undefined) answer = peer.decrypt(request.decrypt);
  else if (request.encrypt !== undefined) answer = { cipher: peer.encrypt(request.encrypt) };
  else answer = { signature: peer.getSignature(...request.sign) };
  process.stdout.write(JSON.stringify(answer) + '\n');
});
