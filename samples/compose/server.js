const { randomUUID } = require('node:crypto');
const http = require('node:http');
const { WebSocketServer } = require('ws');
const redis = require('./redis');

const port = Number(process.env.PORT ?? 8002);

async function main() {
  const database = await redis.connect(process.env.DATABASE_URL ?? 'redis://127.0.0.1:6379');
  const server = http.createServer((request, response) => {
    response.writeHead(request.url === '/health' ? 200 : 404);
    response.end();
  });

  new WebSocketServer({ server, path: '/ws' }).on('connection', (socket) => {
    const say = (type, fields) => socket.send(JSON.stringify({ type, ...fields }));
    say('connection_established');
    socket.on('message', async (text) => {
      const { type, content } = JSON.parse(text);
      if (type === 'user_message') await answer(database, say, content);
    });
  });

  server.listen(port, () => console.log(`listening on ${port}`));
}

async function answer(database, say, content) {
  const run = { run_id: randomUUID(), agent_name: 'remember' };
  const call = { ...run, tool_name: 'count', execution_id: randomUUID() };
  say('agent_started', run);
  say('agent_thinking', run);
  say('tool_executing', call);
  const questions = await database('INCR', 'questions');
  say('tool_completed', { ...call, results: { questions } });
  say('agent_completed', { ...run, status: 'success', final_response: `Question ${questions}: ${content}` });
}

main().catch((error) => {
  console.error(`The database cannot be reached: ${error.message}`);
  process.exit(1);
});
