// node agent.js PORT [FAULT…]: a small golden path service without any package, quick to start, and what each FAULT names goes wrong.
// HOST says where it listens (default: every address). What noise.log of its folder holds is printed first, as any framework's banner would be.
'use strict';
const { createHash, randomUUID } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const net = require('node:net');

const [port, ...faults] = process.argv.slice(2);
const has = name => faults.includes(name);
const value = name => faults.find(fault => fault.startsWith(`${name}=`))?.slice(name.length + 1);
const secret = process.env.PLANTED_SESSION_TOKEN ?? '';
const token = process.env.PLANTED_JWT ?? `${randomUUID()}.${randomUUID()}`;
const log = (level, text) => console.log(`${new Date().toISOString()} ${level.padEnd(5)} agent ${text}`);
if (existsSync('noise.log')) process.stdout.write(readFileSync('noise.log', 'utf8'));
if (value('say')) log('INFO', value('say'));
if (value('warn')) console.error(value('warn'));

// HTTP: the health, the login, and what stands in front of the socket.
function answer(request, response) {
  const reply = (status, body, headers = {}) => response.writeHead(status, { 'content-type': 'application/json', 'set-cookie': `session=${secret}`, ...headers }).end(JSON.stringify(body));
  log('INFO', `${request.method} ${request.url}`);
  if (has('silent')) return undefined;
  if (has('hang-up')) return request.socket.destroy();
  if (request.url.startsWith('/health')) return health(reply);
  if (request.url === '/auth/login') return login(request, reply);
  if (request.url.startsWith('/ws') && value('upgrade')) return reply(Number(value('upgrade')), { detail: 'no' });
  return reply(404, { detail: 'Not Found' });
}

let boots = 0;
function health(reply) {
  const status = Number(value('health') ?? 200);
  boots += 1;
  if (value('crash-on-health') && boots >= Number(value('crash-on-health'))) return process.abort();
  reply(status, status < 300 ? { status: 'ok' } : { status: 'failing', reason: value('reason') ?? 'the model is still being loaded', api_key: secret }, value('via') ? { via: value('via') } : {});
}

function login(request, reply) {
  if (has('login-silent')) return undefined;
  if (has('login-hang-up')) return request.socket.destroy();
  if (value('login')) return reply(Number(value('login')), { detail: value('detail') ?? 'refused', refresh_token: secret });
  if (has('login-html')) return reply(200, 'x', { 'content-type': 'text/html' });
  if (has('login-no-token')) return reply(200, { access: token, token_type: 'bearer' });
  if (has('die-on-login')) setTimeout(() => process.exit(17), 30);
  return reply(200, { access_token: token, token_type: 'bearer', expires_in: 900 });
}

// The upgrade.
function upgrade(request, socket) {
  socket.on('error', () => socket.destroy());
  const refuse = (status, reason, headers = '') => socket.end(`HTTP/1.1 ${status} ${reason}\r\n${headers}Content-Type: application/json\r\nSet-Cookie: session=${secret}\r\nConnection: close\r\n\r\n{"detail":"${reason}","token":"${secret}"}`);
  const offered = request.headers['sec-websocket-protocol'];
  log('INFO', `upgrade of ${request.url.split('?')[0]}`);
  if (value('upgrade') && (offered || !has('token-only'))) {
    const [status, ...reason] = value('upgrade').split(' ');
    return refuse(status, reason.join(' ') || 'refused', value('via') ? `Via: ${value('via')}\r\nServer: ${value('server') ?? 'nginx/1.25.3'}\r\n` : '');
  }
  if (!request.url.startsWith('/ws')) return refuse(404, 'Not Found');
  const good = offered === `jwt-auth.${token}` || has('anybody');
  if (offered && !good && !has('accept-then-judge')) return refuse(401, 'Unauthorized');
  const chosen = has('no-subprotocol') || !offered ? '' : `Sec-WebSocket-Protocol: ${has('other-subprotocol') ? 'graphql-ws' : offered}\r\n`;
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${chosen}Sec-WebSocket-Accept: ${key}\r\n\r\n`);
  return talk(socket, offered, good);
}

// Frames, as short as RFC 6455 allows: a server does not mask, and takes one frame for one message.
function frame(opcode, payload) {
  const body = Buffer.from(payload);
  const head = body.length < 126 ? Buffer.from([0x80 | opcode, body.length]) : Buffer.from([0x80 | opcode, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, body]);
}

function unmask(bytes) {
  let at = 2;
  let length = bytes[1] & 127;
  if (length === 126) { length = bytes.readUInt16BE(2); at = 4; }
  const mask = bytes.subarray(at, at + 4);
  return { opcode: bytes[0] & 15, payload: Buffer.from(bytes.subarray(at + 4, at + 4 + length).map((byte, i) => byte ^ mask[i % 4])) };
}

const sockets = new Set();
function talk(socket, offered, good) {
  const send = message => socket.writable && socket.write(frame(1, typeof message === 'string' ? message : JSON.stringify(message)));
  const close = (code, reason) => socket.end(frame(8, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)])));
  sockets.add(send);
  socket.on('close', () => sockets.delete(send));
  if (!offered) { socket.on('data', () => socket.end(frame(8, Buffer.from([3, 232])))); return undefined; }
  if (!good) { send({ type: 'error', code: 'AUTH_FAILED', message: 'bad token' }); return close(1008, 'AUTH_FAILED'); }
  if (has('auth-frame')) { send({ type: 'error', code: 'AUTH_FAILED', message: 'token expired' }); return close(1008, 'token expired'); }
  if (value('close-first')) return close(Number(value('close-first')), 'not now');
  if (!has('no-greeting')) send({ type: 'connection_established', user_id: 'ada', session_token: secret });
  socket.on('data', bytes => {
    const { opcode, payload } = unmask(bytes);
    if (opcode === 8) return socket.end(frame(8, payload));
    return run(JSON.parse(payload.toString()), send, close, socket);
  });
  return undefined;
}

// One run of the agent; the faults of a run change the list of its events.
async function run(message, send, close, socket) {
  const ids = { user_id: 'ada', thread_id: 'thread-1', run_id: randomUUID(), agent_name: 'assistant' };
  const call = { tool_name: 'calculator', execution_id: randomUUID() };
  const event = (type, more) => ({ type, ...ids, timestamp: new Date().toISOString(), ...more });
  let events = [
    event('agent_started'),
    event('agent_thinking', { reasoning: 'What is asked?' }),
    event('tool_executing', { ...call, parameters: { of: '6 * 7' } }),
    event('tool_completed', { ...call, results: '42', success: true }),
    event('agent_completed', { status: 'ok', final_response: has('canned') ? 'Thanks for asking!' : `You wrote: ${message.content}` }),
  ];
  if (value('without')) events = events.filter(one => !value('without').split(',').includes(one.type));
  if (has('thinks-first')) events = [events[1], events[0], ...events.slice(2)];
  if (has('result-first')) events = [events[0], events[1], events[3], events[2], events[4]];
  if (has('thinks-on')) events.push(event('agent_thinking', { reasoning: 'One more thing.' }));
  if (has('ends-twice')) events.push({ ...events.at(-1) });
  if (value('error')) events.splice(2, 3, event('agent_error', { error: value('error') }));
  for (const one of events) {
    if (one.type === 'tool_executing' && !await middle(send, close, socket)) return;
    if (one.type === 'agent_completed' && has('leak')) for (const other of sockets) if (other !== send) other(one);
    send(one);
  }
}

// What happens between the first thought and the tool; false: the run ends there.
async function middle(send, close, socket) {
  const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
  if (value('log-error')) console.error(value('log-error'));
  if (value('pause')) await pause(Number(value('pause')));
  if (has('garbage')) send('{"type":"agent_thinking","reasoning":"I was cut o');
  if (has('stall')) return false;
  if (value('exit')) { console.error(value('last-words') ?? 'fatal: the connection pool is exhausted'); process.exit(Number(value('exit'))); }
  if (value('signal')) { process.kill(process.pid, value('signal')); await pause(2000); }
  if (has('heap')) { process.stderr.write('\n<--- Last few GCs --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n'); process.abort(); }
  if (has('drop')) { await pause(20); socket.resetAndDestroy(); return false; }
  if (value('close')) { close(Number(value('close')), value('reason') ?? 'unexpected condition'); return false; }
  return true;
}

// The start: late, elsewhere, or not at all.
function listen() {
  const server = value('tls') ? require('node:https').createServer({ key: readFileSync(`${value('tls')}.key`), cert: readFileSync(`${value('tls')}.crt`) }, answer)
    : value('banner') ? net.createServer(socket => { socket.on('error', () => {}); socket.write(`${value('banner')}\r\n`); })
    : require('node:http').createServer(answer);
  server.on('upgrade', upgrade);
  server.listen({ port: Number(value('port') ?? port), host: process.env.HOST || undefined, ipv6Only: has('v6-only') }, () => log('INFO', `listening on port ${server.address().port}`));
}

process.on('SIGTERM', () => process.exit(0));
if (value('needs')) {    // A dependency that is asked for at the start, the way drivers do.
  const [host, at] = value('needs').split(':');
  net.connect(Number(at), host).on('connect', listen).on('error', error => { console.error(error); if (!has('tolerant')) process.exit(1); else listen(); });
} else if (has('idle')) setInterval(() => {}, 1000);
else setTimeout(listen, Number(value('delay') ?? 0));
