const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

const api = { coord: point => point };

function panelsOfView(across, ...choices) {
  const view = firstView(sample.data(), across);
  choices.forEach(([name, value]) => choose(view, name, value));
  findLines(view);
  view.y = verticalScale(view);
  return { view: view, panels: panelsOf(view.lines) };
}

test('a chart has chance, a band, the mean and a published figure', () => {
  const { view, panels } = panelsOfView(false), { series } = panelChart(view, sample.look, panels[1]);
  assert.strictEqual(series[0].markLine.label.formatter, 'chance 0.1');
  const [band, mean, , figure] = series.slice(1);
  assert.deepStrictEqual(band.renderItem({}, api).shape.points,
    [[0, 0.1], [1, 0.45 + 0.1], [2, 0.9 + 0.2], [2, 0.9 - 0.2], [1, 0.45 - 0.1], [0, 0.1]]);
  assert.deepStrictEqual(mean.data, [[0, 0.1], [1, 0.45], [2, 0.9]]);
  assert.deepStrictEqual(figure.data, [[2, 0.95]]);
});

test('the mean fit epoch is marked on the line', () => {
  const { view, panels } = panelsOfView(false), line = panels[3][0]; // test set, group 1: it fits after epoch 1.5
  const [mark] = fitMark(view, sample.look, line, 'red');
  assert.deepStrictEqual(mark.data, [[1.5, 0.4 + 0.5 * (0.8 - 0.4)]]);
  assert.deepStrictEqual(fitMark(view, sample.look, panels[3][1], 'red'), [], 'group 3 never fits');
});

test('hidden lines are not drawn', () => {
  const { view, panels } = panelsOfView(false);
  view.hidden.add(0);
  const names = panelChart(view, sample.look, panels[0]).series.filter(series => series.z === 3).map(series => series.name);
  assert.deepStrictEqual(names, ['hidden [64]']);
});

test('across settings points have bars', () => {
  const { view, panels } = panelsOfView(true), { series } = panelChart(view, sample.look, panels[1]);
  const bar = series.find(one => one.type === 'custom');
  assert.deepStrictEqual(bar.data, [[16, 0.9 - 0.01, 0.9 + 0.01], [64, 0.4 - 0.03, 0.4 + 0.03]]);
  assert.deepStrictEqual(series.find(one => one.z === 3).lineStyle, { width: 2, color: 'kind 0' });
});

test('the tooltip has the values under the pointer, the highest first, and words that are safe', () => {
  const { view, panels } = panelsOfView(false), html = panelTooltip(view, sample.look, panels[1], 1.5);
  assert.match(html, /epoch 2<\/b>, ± standard deviation/);
  assert.ok(html.indexOf('0.450') < html.indexOf('0.200'), html);
  assert.match(html, /± 0\.100/);
  assert.match(html, /n = 2, 2 running/);
  assert.match(html, /A\. &#60;Author&#62;/);
  assert.match(panelTooltip(panelsOfView(true).view, sample.look, panelsOfView(true).panels[1], 20), /hidden \[16\]<\/b>/);
});

test('a panel says its title, and where its lines end', () => {
  const { view, panels } = panelsOfView(false);
  assert.strictEqual(panelTitle(view, panels[1][0]), 'test · label corruption 0');
  assert.strictEqual(spokenPanel(view, panels[1]),
    'accuracy, test · label corruption 0: hidden [16] ends at 0.900; hidden [64] ends at 0.400');
});

test('the note says what is drawn', () => {
  assert.strictEqual(noteOf(panelsOfView(false).view), 'Each line is the mean over the completed trials of a group, n = 1 to 2; '
    + 'band: ± standard deviation. A trial that stopped early carries its last value forward; a dot ends a line whose trials had all '
    + 'stopped. △ marks the mean fit epoch. Single seeds are too many for this page; the tables have them. ◇ is a published figure.');
  assert.match(noteOf(panelsOfView(true, ['band', 'none']).view), /^Each point is the mean over .* n = 1 to 2\. ◇/);
});

test('a tooltip has at most twelve lines', () => {
  const { view, panels } = panelsOfView(false), many = Array(15).fill(panels[0][0]);
  assert.match(panelTooltip(view, sample.look, many, 1), /and 3 more/);
});

test('on a logarithmic axis a band ends at the lowest value', () => {
  const { view } = panelsOfView(false, ['logy', true]);
  const { shape } = band(view, [{ x: 0, y: 0.1, deviation: 0.5 }], 'red').renderItem({}, api);
  assert.deepStrictEqual(shape.points, [[0, 0.6], [0, view.y.min]]);
  assert.ok(view.y.min > 0);
});

test('a dot ends a line whose trials stopped before those of other groups', () => {
  const { curves } = sample.json(), view = firstView(sample.data({ curves: { ...curves, last: [2, 5, 5, 5] } }), false);
  findLines(view);
  view.y = verticalScale(view);
  const ends = panelChart(view, sample.look, view.lines.slice(0, 2)).series.filter(series => series.z === 3)
    .map(series => series.data[2]);
  assert.deepStrictEqual(ends, [{ value: [2, 1], symbol: 'circle' }, [5, 1]]);
});
