const test = require('node:test');
const assert = require('node:assert');
require('./scripts.js');

test('a scale has round steps, at most five, and holds all values', () => {
  assert.deepStrictEqual(roundScale([0.31, 1.87], true), { min: 0, max: 2, interval: 0.5 });
  assert.deepStrictEqual(roundScale([0.951, 0.988], false), { min: 0.95, max: 0.99, interval: 0.01 });
  for (const values of [[1, 2], [0.1, 0.7], [-3, 17], [12345, 99999], [1e-7, 3e-7]]) {
    const { min, max, interval } = roundScale(values, false);
    assert.ok(min <= values[0] && max >= values[1] && (max - min) / interval < 6.5, String(values));
  }
});

test('equal values have a scale too', () => {
  const { min, max } = roundScale([2, 2], false);
  assert.ok(min <= 2 && max > 2);
});

test('a logarithmic scale runs from one power of ten to another', () => {
  assert.deepStrictEqual(decadeScale([0, 0.02, 30]), { type: 'log', min: 0.01, max: 100 });
  assert.deepStrictEqual(decadeScale([0]), { type: 'log' });
});

test('Java decides which settings have a logarithmic scale', () => {
  const axis = { numbers: [1, 1000], values: ['1', '1000'], of: [1], log: true };
  assert.deepStrictEqual(settingScale(axis), { type: 'log', scale: true });
  assert.deepStrictEqual(settingScale({ ...axis, log: false }), { type: 'value', scale: true });
  assert.deepStrictEqual(settingScale({ ...axis, numbers: [] }), { type: 'category', data: axis.values });
  assert.strictEqual(positionOf(axis, 0), 1000);
  assert.strictEqual(positionOf({ ...axis, numbers: [] }, 0), '1000');
});
