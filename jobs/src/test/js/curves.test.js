const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

test('a curve has the kept epochs before its last, and its last', () => {
  const { curves } = sample.json();
  const data = sample.data({ curves: { ...curves, epochs: [0, 5, 10, 15], last: [12, 2, 2, 2] } });
  const points = meanCurve(data, 0, 'test_accuracy');
  assert.deepStrictEqual(points.map(point => point.epoch), [0, 5, 12]);
  assert.deepStrictEqual(points[2], { epoch: 12, seconds: 6, running: 2, y: 0.9, deviation: 0.2, interval: 0.2 });
});

test('a group of one seed has no deviation', () => {
  assert.ok(meanCurve(sample.data(), 3, 'test_accuracy').every(point => point.deviation === null && point.interval === null));
});

test('a trial has its own curve where the page has single seeds', () => {
  const { curves } = sample.json(), data = sample.data({ curves: { ...curves, seeds: { test_accuracy: [[0.1, 0.5], []] } } });
  assert.deepStrictEqual(seedCurve(data, 0, 'test_accuracy'), [{ epoch: 0, y: 0.1 }, { epoch: 2, y: 0.5 }]);
  assert.deepStrictEqual(seedCurve(data, 1, 'test_accuracy'), []);
  assert.deepStrictEqual(seedCurve(sample.data(), 0, 'test_accuracy'), []);
});
