const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

const state = { metric: 'final_test_accuracy', x: 'hidden', y: 'label-corruption' };

test('a map has a cell for each pair of values, with the mean of its groups', () => {
  const data = sample.data(), chart = heatChart(data, sample.look, state);
  assert.deepStrictEqual(chart.series[0].data.map(cell => cell.value), [[0, 0, 0.9, 1], [0, 1, 0.8, 1], [1, 0, 0.4, 1], [1, 1, 0.3, 1]]);
  assert.strictEqual(chart.tooltip.formatter({ value: [0, 1, 0.8, 1] }),
    'hidden [16], label corruption 1<br>test accuracy <b>0.800</b>, mean of 1 group');
  const [x] = data.axes;
  assert.deepStrictEqual(cellsOf(data, x, x, data.metrics[1], [0, 1]), [[0, 0, (0.9 + 0.8) / 2, 2]]);
});

test('a setting beside the two of a map is held at one value', () => {
  const third = { key: 'epochs', words: 'epochs', values: ['1', '2'], numbers: [1, 2], of: [0, 0, 1, 1] };
  const data = sample.data({ axes: sample.json().axes.concat(third) });
  assert.deepStrictEqual(heatAxes(data, state).map(axis => axis.key), ['epochs']);
  const values = heatChart(data, sample.look, { ...state, epochs: '1' }).series[0].data.map(cell => cell.value[2]);
  assert.deepStrictEqual(values, [0.4, 0.3]);
});

test('settings of very many values are points', () => {
  const many = Array(31).fill('').map((text, i) => String(i));
  const axes = sample.json().axes.map(axis => ({ ...axis, values: many, numbers: many.map(Number) }));
  const chart = heatChart(sample.data({ axes: axes }), sample.look, state);
  assert.deepStrictEqual([chart.series[0].type, chart.series[0].data[3]], ['scatter', [1, 1, 0.3, 3]]);
});

test('trials are points of training and test, without those that failed', () => {
  const points = scatterPoints(sample.data(), 'accuracy', 'test');
  assert.strictEqual(points.length, 7);
  assert.deepStrictEqual(points[5], { g: 2, x: 1, y: 0.5, name: 'seed 2' });
});

test('where all trials fit, their costs say more', () => {
  assert.strictEqual(scatterMeasure(sample.data()), 'cost');
  const { groups } = sample.json(), apart = { ...groups.metrics, final_training_accuracy: groups.metrics.final_test_accuracy };
  assert.strictEqual(scatterMeasure(sample.data({ groups: { ...groups, metrics: apart } })), 'accuracy');
});

test('points of one value have one colour', () => {
  const chart = scatterChart(sample.data(), sample.look, { measure: 'accuracy', set: 'test', colour: 'label-corruption' });
  assert.deepStrictEqual(chart.series.slice(0, 2).map(series => series.data.map(point => point[2])), [[0, 0, 2, 2], [1, 1, 3]]);
  assert.deepStrictEqual(chart.series.map(series => series.name), ['0', '1', undefined]);
});

test('a line through all settings ends at the result', () => {
  const chart = parallelChart(sample.data(), sample.look, { metric: 'fit_epoch' });
  assert.deepStrictEqual(chart.series[0].data, [[16, 0, 1], [16, 1, 1.5], [64, 0, 2]]);
  assert.deepStrictEqual(chart.parallelAxis.map(axis => axis.name), ['hidden', 'label corruption', 'fit epoch']);
});
