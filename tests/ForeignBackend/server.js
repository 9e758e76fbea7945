// A golden path service that shares neither language nor shape with the reference one: opaque tokens in the query, a refused token is
// refused before the upgrade, events in {type, data} with Unix times, an outer agent that asks inner ones, answers in several fragments.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { WebSocketServer } from 'ws';
import { misbehaviours } from './misbehaviours.js';

const users = new Map([['linus', 'penguin'], ['margaret', 'apollo']]);
const tokens = new Map();
const wrong = misbehaviours(process.env.FOREIGN_MISBEHAVIOUR);

const http = createServer(async (request, response) => {
  const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.url === '/healthz') return answer(200, { up: true });
  if (request.method !== 'POST' || request.url !== '/session') return answer(404, { reason: 'no such page' });
  const { user, secret } = await json(request);
  if (!users.has(user) || users.get(user) !== secret) return answer(401, { reason: 'who?' });
  const token = randomUUID();
  tokens.set(token, user);
  answer(201, { session: { token } });
});

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: true });

http.on('upgrade', (request, socket, head) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const user = tokens.get(searchParams.get('token')) ?? wrong.stranger;
  if (pathname !== '/socket') return socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  if (!user) return socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 4\r\n\r\nwho?');
  sockets.handleUpgrade(request, socket, head, client => serve(client, user));
});

function serve(client, user) {
  const send = (type, data = {}) => client.send(JSON.stringify({ type, data }));
  client.on('error', () => client.terminate());
  client.on('message', message => {
    const { type, data } = parse(message);
    if (type === 'question' && typeof data?.text === 'string') run(client, user, data);
    else send('ack', { of: type ?? null });
  });
  send('welcome', { user });
}

// Every event passes through the misbehaviours, which may hold, change, add or drop some.
async function run(client, user, { text, thread = randomUUID() }) {
  const context = { user_id: user, thread_id: thread, run_id: randomUUID() };
  for await (const event of wrong.distort(agents(text, context), { client, everybody: sockets.clients })) {
    if (client.readyState !== client.OPEN) return;
    sendInFragments(client, JSON.stringify(event));
  }
}

// The outer agent asks one inner agent for each thing it knows about a text. They share the run, and go by their own names.
async function* agents(text, context) {
  const event = (agent_name, type, data = {}) => ({ type, data: { ...context, agent_name, ...data, timestamp: Date.now() / 1000 } });
  const findings = [];
  yield event('supervisor', 'agent_started');
  yield event('supervisor', 'agent_thinking', { reasoning: `Whom do I ask about "${text}"?` });
  for (const [name, tool] of Object.entries(tools)) {
    const call = { execution_id: randomUUID(), tool_name: name };
    yield event(name, 'agent_started');
    yield event(name, 'agent_thinking', { reasoning: `I apply ${name} to "${text}".` });
    yield event(name, 'tool_executing', { ...call, parameters: { text } });
    const began = performance.now();
    const results = tool(text);
    await new Promise(setImmediate);
    yield event(name, 'tool_completed', { ...call, results, duration: (performance.now() - began) / 1000, success: true });
    yield event(name, 'agent_completed', { status: 'ok', final_response: results });
    findings.push(results);
  }
  yield event('supervisor', 'agent_completed', { status: 'ok', final_response: `You wrote "${text}". ${findings.join(' ')}` });
}

const tools = {
  counter: text => `It has ${text.split(/\s+/).filter(Boolean).length} words.`,
  speller: text => `Its longest word is "${text.split(/[^\p{L}\p{N}-]+/u).reduce((a, b) => (b.length > a.length ? b : a), '')}".`,
};

function sendInFragments(client, text) {
  const bytes = Buffer.from(text);
  const third = Math.ceil(bytes.length / 3);
  client.send(bytes.subarray(0, third), { binary: false, fin: false });
  client.send(bytes.subarray(third, 2 * third), { fin: false });
  client.send(bytes.subarray(2 * third), { fin: true });
}

function parse(bytes) {
  try {
    return JSON.parse(bytes) ?? {};
  } catch {
    return {};
  }
}

async function json(request) {
  let text = '';
  for await (const part of request) text += part;
  return parse(text);
}

function stop() {
  for (const client of sockets.clients) client.close(1001, 'going home');
  http.close();
  http.closeAllConnections();
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
http.listen(Number(process.env.PORT ?? 0), process.env.HOST ?? 'localhost', () => console.log(`listening on ${http.address().port}`));
