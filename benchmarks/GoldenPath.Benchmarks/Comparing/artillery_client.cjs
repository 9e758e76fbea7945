// What a load test in Artillery does with a reader of its own: log in, connect, ask, and judge that the five events come in order.
const FIVE = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"];
const PORT = process.env.BENCHMARK_PORT;

function logIn(socket, context, done) {
  fetch(`http://127.0.0.1:${PORT}/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: "a@b.c", password: "x" }),
  })
    .then((answer) => answer.json())
    .then(({ access_token }) => {
      socket.target = `ws://127.0.0.1:${PORT}/ws`;
      socket.subprotocols = [`jwt-auth.${access_token}`];
      done();
    }, done);
}

async function walk(context) {
  const seen = [];
  await new Promise((resolve, reject) => {
    context.ws.on("close", () => reject(new Error("closed early")));
    context.ws.on("message", (frame) => {
      const { type } = JSON.parse(frame);
      if (type === "connection_established") {
        return;
      }
      seen.push(type);
      if (type === FIVE[4]) {
        resolve();
      }
    });
    context.ws.send(JSON.stringify({ type: "user_message", content: "What is 6 * 7?" }));
  });
  if (seen.join() !== FIVE.join()) {
    throw new Error(`out of order: ${seen}`);
  }
}

module.exports = { logIn, walk };
