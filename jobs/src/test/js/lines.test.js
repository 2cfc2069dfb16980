const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

function viewOf(across, changes, ...choices) {
  const view = firstView(sample.data(changes), across);
  choices.forEach(([name, value]) => choose(view, name, value));
  findLines(view);
  view.y = verticalScale(view);
  return view;
}

test('by epoch every group has a line on every set', () => {
  const view = viewOf(false);
  assert.strictEqual(view.lines.length, 8);
  assert.deepStrictEqual(view.lines[5].groups, [1]);
  assert.deepStrictEqual([view.lines[5].set, view.lines[5].name, view.lines[5].row, view.lines[5].column], ['test', 'hidden [16]', 1, 1]);
  assert.deepStrictEqual(view.lines[5].points.map(point => [point.x, point.y]), [[0, 0.1], [1, 0.4], [2, 0.8]]);
});

test('across a setting a line joins the groups that differ in nothing else', () => {
  const view = viewOf(true);
  assert.deepStrictEqual(view.lines.map(line => line.groups), [[0, 2], [1, 3], [0, 2], [1, 3]]);
  assert.deepStrictEqual(view.lines[2].points.map(point => [point.x, point.y]), [[16, 0.9], [64, 0.4]]);
});

test('a random search has a point for every group', () => {
  assert.deepStrictEqual(viewOf(true, { scattered: true }).lines.slice(4).map(line => line.groups), [[0], [1], [2], [3]]);
});

test('a held axis shows one value', () => {
  const view = viewOf(false, {}, ['rows', ''], ['held:label-corruption', '1']);
  assert.deepStrictEqual(view.lines.map(line => line.groups[0]), [1, 3, 1, 3]);
});

test('panels come row by row', () => {
  const panels = panelsOf(viewOf(false).lines);
  assert.deepStrictEqual(panels.map(([line]) => [line.row, line.column]), [[0, 0], [0, 1], [1, 0], [1, 1]]);
  assert.deepStrictEqual(panels[3].map(line => line.groups[0]), [1, 3]);
});

test('a logarithmic axis has no point at epoch 0', () => {
  assert.deepStrictEqual(viewOf(false, {}, ['logx', true]).lines[0].points.map(point => point.x), [1, 2]);
});

test('a line without recorded trials is left out', () => {
  const { curves } = sample.json(), none = { mean: [[], [0.1], [0.1], [0.1]], deviation: [[], [], [], []] };
  const view = viewOf(false, { curves: { ...curves, training_accuracy: none, test_accuracy: none } });
  assert.deepStrictEqual(view.lines.map(line => line.groups[0]), [1, 2, 3, 1, 2, 3]);
});

test('of very many lines one in a few is drawn, and the number of all is known', () => {
  const n = 1000, each = value => Array(n).fill(value), values = each(0).map((zero, i) => String(i));
  const json = sample.json(), curve = { mean: each([0.1, 0.2]), deviation: each([]) };
  const view = viewOf(false, {
    axes: [{ key: 'rate', words: 'rate', values: values, numbers: values.map(Number), of: values.map(Number), log: true, ordered: true }],
    groups: { ...json.groups, completed: each(1) },
    curves: { ...json.curves, last: each(1), reach: each(null), running: each([1, 1]), seconds: each([0, 1]),
      training_accuracy: curve, test_accuracy: curve }
  });
  assert.deepStrictEqual([view.found, view.lines.length], [2000, 400]);
  assert.match(noteOf(view), /400 lines of 2000 are drawn/);
});

test('a value between two epochs is that of the one before', () => {
  const line = { points: [{ x: 0 }, { x: 5 }, { x: 10 }] };
  assert.deepStrictEqual([0, 4.9, 5, 12].map(x => pointAt(line, x).x), [0, 0, 5, 10]);
});

test('accuracies by epoch lie between 0 and 1, other results in round steps', () => {
  assert.deepStrictEqual(viewOf(false).y, { min: 0, max: 1, interval: 0.2 });
  assert.deepStrictEqual(viewOf(true, {}, ['measure', 'fit_epoch']).y, { min: 0, max: 2.5, interval: 0.5 });
  assert.deepStrictEqual(viewOf(false, {}, ['logy', true]).y, { type: 'log', min: 0.1, max: 1 });
});

test('settings have margins, kinds have their texts, epochs begin at 0', () => {
  assert.deepStrictEqual(horizontalScale(viewOf(false)), { type: 'value', min: 0, max: 2 });
  assert.deepStrictEqual(horizontalScale(viewOf(true)), { type: 'value', min: 16 - 1.44, max: 64 + 1.44 });
  assert.deepStrictEqual(horizontalScale(viewOf(true, {}, ['logx', true])), { type: 'log', logBase: 2, min: 16 / 1.15, max: 64 * 1.15 });
  const kinds = sample.json().axes.map(axis => ({ ...axis, numbers: [] }));
  assert.deepStrictEqual(horizontalScale(viewOf(true, { axes: kinds })), { type: 'category', data: ['[16]', '[64]'] });
});
