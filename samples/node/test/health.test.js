const assert = require('node:assert');
const test = require('node:test');

test('the service is well', async () => {
  const response = await fetch(`${process.env.GOLDENPATH_HTTP_URL}/health`);
  assert.equal(response.status, 200);
});
