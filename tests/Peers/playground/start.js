// Starts the Playground on loopback alone, where its own server would listen on every address, and offline: no name
// but this machine's is ever looked up. Arguments: the bot's endpoint and the port.
const dns = require('dns');
const net = require('net');
const [endpoint, port] = process.argv.slice(2);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (where, ...rest) {
  return typeof where === 'number' && typeof rest[0] !== 'string' ? listen.call(this, where, '127.0.0.1', ...rest) : listen.call(this, where, ...rest);
};
const lookup = dns.lookup;
dns.lookup = (name, ...rest) =>
  ['localhost', '127.0.0.1', '::1'].includes(name) ? lookup(name, ...rest) : rest.at(-1)(Object.assign(new Error(`offline: ${name}`), { code: 'ENOTFOUND' }));

process.argv.splice(2, 2, 'start', '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', port, '--disable-telemetry');
require('@microsoft/m365agentsplayground/cli.js');
