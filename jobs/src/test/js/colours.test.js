const test = require('node:test');
const assert = require('node:assert');
const { look } = require('./sample.js');

test('mixes colours', () => {
  assert.strictEqual(mix('#000000', '#ff8000', 0.5), '#804000');
  assert.strictEqual(mix('#010203', '#ffffff', 0), '#010203');
});

test('an order runs along the ramp, kinds have colours of their own', () => {
  const ordered = { ordered: true, values: ['1', '2', '3'] };
  assert.strictEqual(colourOf(look, ordered, 0), '#440154');
  assert.strictEqual(colourOf({ ...look, rampTo: 1 }, ordered, 2), '#fde725');
  assert.strictEqual(colourOf(look, { ordered: false, values: ['a', 'b'] }, 1), 'kind 1');
  assert.strictEqual(colourOf(look, undefined, 5), 'kind 0');
});

test('a dark page leaves out the dark end of the ramp', () => {
  assert.notStrictEqual(rampColours({ ...look, rampFrom: 0.32, rampTo: 1 })[0], '#440154');
});
