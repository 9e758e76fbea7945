const { randomUUID } = require('node:crypto');
const http = require('node:http');
const { WebSocketServer } = require('ws');

const port = Number(process.env.PORT ?? 8002);

const server = http.createServer((request, response) => {
  response.writeHead(request.url === '/health' ? 200 : 404);
  response.end();
});

new WebSocketServer({ server, path: '/ws' }).on('connection', (socket) => {
  const say = (type, fields) => socket.send(JSON.stringify({ type, ...fields }));

  say('connection_established');
  socket.on('message', (text) => {
    const { type, content } = JSON.parse(text);
    if (type === 'user_message') answer(say, content);
  });
});

function answer(say, content) {
  const run = { run_id: randomUUID(), agent_name: 'counter' };
  const call = { ...run, tool_name: 'count', execution_id: randomUUID() };
  const words = content.trim().split(/\s+/).length;

  say('agent_started', run);
  say('agent_thinking', { ...run, reasoning: 'A tool counts the words.' });
  say('tool_executing', { ...call, parameters: { text: content } });
  // The way to break it: a tool whose result nobody ever hears of.
  if (!process.env.COUNTER_FORGETS) say('tool_completed', { ...call, results: { words }, success: true });
  say('agent_completed', { ...run, status: 'success', final_response: `${words} words: ${content}` });
}

server.listen(port, () => console.log(`listening on ${port}`));
