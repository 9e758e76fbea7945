const net = require('node:net');

// As much of Redis' protocol as one command and its answer need.
async function connect(url) {
  const { hostname, port } = new URL(url);
  const socket = net.connect({ host: hostname, port: Number(port) });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('close', () => {
    console.error('The database hung up.');
    process.exit(1);
  });
  const waiting = [];
  let begun = '';
  socket.on('data', (bytes) => {
    // What arrives at once may be several answers, or half of one.
    const answers = (begun + bytes).split('\r\n');
    begun = answers.pop();
    for (const answer of answers) waiting.shift()?.(answer.slice(1));
  });
  return (...words) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
    });
}

module.exports = { connect };
