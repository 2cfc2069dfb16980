const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

const permuted = { label: 'all seeds', truth: 0.9, width: 0.1, middles: [0.2, 0.3, 0.4], counts: [1, 5, 2] };

test('bars count permutations, and the true labels are a line', () => {
  const chart = permutationChart(sample.data(), sample.look, permuted), [bars] = chart.series;
  assert.deepStrictEqual(bars.data, [[0.2, 1], [0.3, 5], [0.4, 2]]);
  assert.deepStrictEqual(bars.markLine.data, [{ xAxis: 0.9 }]);
  assert.ok(chart.xAxis.min < 0.15 && chart.xAxis.max > 0.9 && chart.xAxis.max <= 1);
  assert.strictEqual(chart.tooltip.formatter({ value: [0.3, 5] }), 'about <b>0.300</b> in <b>5</b> of 8 permutations');
});

test('a bar is as wide as its bin', () => {
  const [bars] = permutationChart(sample.data(), sample.look, permuted).series;
  const api = { value: k => [0.3, 5][k], coord: ([x, y]) => [1000 * x, 100 - 10 * y] };
  const { shape } = bars.renderItem({}, api);
  assert.deepStrictEqual([shape.x, shape.y, shape.width, shape.height].map(Math.round), [250, 50, 99, 50]);
});
