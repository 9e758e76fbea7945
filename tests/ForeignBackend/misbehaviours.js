// What the service does wrong on purpose, each by its name in FOREIGN_MISBEHAVIOUR; nothing by default.
const is = (event, type, agent) => event.type === type && (!agent || event.data.agent_name === agent);
const isEnd = event => is(event, 'agent_completed', 'supervisor');

const all = {
  'no-tool-completed': async function* (events) {
    for await (const event of events) if (!is(event, 'tool_completed')) yield event;
  },
  'no-end': async function* (events) {    // The inner agents complete, the outer one has forgotten to.
    for await (const event of events) if (!isEnd(event)) yield event;
  },
  'after-end': async function* (events) {
    for await (const event of events) {
      yield event;
      if (isEnd(event)) yield { type: 'agent_thinking', data: { ...event.data, reasoning: 'One more thing…' } };
    }
  },
  'canned-answer': async function* (events) {
    for await (const event of events) {
      if (isEnd(event)) event.data.final_response = 'Thanks for asking!';
      yield event;
    }
  },
  'invalid-utf8': async function* (events, { client }) {    // Legal for the library, illegal for the protocol.
    for await (const event of events) {
      yield event;
      if (is(event, 'agent_thinking', 'supervisor')) client.send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { binary: false });
    }
  },
  'leaked-answer': async function* (events, { client, everybody }) {
    for await (const event of events) {
      if (isEnd(event)) for (const other of everybody) if (other !== client) other.send(JSON.stringify(event));
      yield event;
    }
  },
  dropped: async function* (events, { client }) {
    for await (const event of events) {
      yield event;
      if (is(event, 'tool_executing')) setTimeout(() => client.terminate(), 50);
      if (is(event, 'tool_executing')) return;
    }
  },
  'closed-4000': async function* (events, { client }) {    // A code of the application's own.
    for await (const event of events) {
      yield event;
      if (is(event, 'tool_executing')) return client.close(4000, 'out of credits');
    }
  },
  stranger: null,
};

export function misbehaviours(names = '') {
  const active = names.split(',').filter(Boolean);
  const unknown = active.filter(name => !(name in all));
  if (unknown.length > 0) {
    console.error(`FOREIGN_MISBEHAVIOUR names '${unknown}', and must name some of ${Object.keys(all).join(', ')}.`);
    process.exit(2);
  }
  return {
    stranger: active.includes('stranger') ? 'anybody' : undefined,    // Takes any token for a good one.
    distort: (events, scene) => active.filter(name => all[name]).reduce((distorted, name) => all[name](distorted, scene), events),
  };
}
