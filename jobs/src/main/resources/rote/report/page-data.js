'use strict';
// The numbers of the page, and the words for them.
const data = JSON.parse(document.getElementById('data').textContent);
const groups = data.groups.completed.map((n, g) => g);
// A setting that is shown in full has no other text.
data.axes.forEach(axis => { axis.exact = axis.exact || axis.values; });
// No spread is known where every group has a single seed.
Object.values(data.groups.metrics).forEach(columns => {
  columns.deviation = columns.deviation || groups.map(() => null);
  columns.interval = columns.interval || columns.deviation;
});
const [aboutSet, aboutMeasure] = data.about.split('_');
const SETS = ['training', 'validation', 'test'];
const measuredSets = SETS.filter(set => data.curves[set + '_accuracy']);

/** On which examples a measure is taken: beside the settings, one more way in which lines differ. */
const setAxis = { key: 'set', words: 'measured on', values: measuredSets, exact: measuredSets, numbers: [] };

function metricOf(id) { return data.metrics.find(metric => metric.id === id); }

/** What the axis says of a group; of settings drawn at random it may have fewer digits than the exact value. */
function valueOf(axis, g) { return axis.values[axis.of[g]]; }

/** What tells a group from others, setting by setting. */
function settingsOf(g) { return data.axes.map(axis => axis.words + ' ' + valueOf(axis, g)); }

/** The same as a filter knows it: a number that is shown in short is also found by all its digits. */
function namesOf(g) {
  return data.axes.map(axis => {
    const exact = axis.exact[axis.of[g]];
    return axis.words + ' ' + valueOf(axis, g) + (exact === valueOf(axis, g) ? '' : ' ' + exact);
  });
}

function labelOf(g) { return settingsOf(g).join(' · ') || 'all seeds'; }

/** The trials of each group, as positions in the columns of trials. */
const trialsOf = groups.map(() => []);
data.trials.group.forEach((g, t) => trialsOf[g].push(t));

/** Whether groups are drawn at random, so that a line along one setting would join what differs in others too. */
const scattered = groups.length < data.axes.filter(axis => axis.key !== 'part')
  .reduce((cells, axis) => cells * axis.values.length, 1) / 2;

/** The epochs at which a curve has points, of which the last is its own. */
function epochsOf(length, last) {
  return data.curves.epochs.slice(0, length - 1).concat(last);
}

/** The points of a measure by epoch in a group; empty where no trial completed. */
function curveOf(g, measure) {
  const mean = data.curves[measure].mean[g], deviation = data.curves[measure].deviation[g];
  const epochs = epochsOf(mean.length, data.curves.last[g]);
  return mean.map((value, i) => ({
    epoch: epochs[i], seconds: data.curves.seconds[g][i], running: data.curves.running[g][i],
    y: value,
    deviation: deviation.length ? deviation[i] : null, interval: deviation.length ? deviation[i] * data.curves.reach[g] : null
  }));
}

/** A trial's own points; empty where the page has no single seeds. */
function seedCurve(t, measure) {
  const seeds = data.curves.seeds[measure], values = seeds ? seeds[t] : [];
  const epochs = values.length ? epochsOf(values.length, data.trials.metrics.epochs_run[t]) : [];
  return values.map((y, i) => ({ epoch: epochs[i], y: y }));
}

/** The number after training of a metric in a group. */
function resultOf(g, id) {
  const columns = data.groups.metrics[id];
  return columns && columns.mean[g] !== null
    ? { y: columns.mean[g], deviation: columns.deviation[g], interval: columns.interval[g], n: columns.n[g] } : null;
}

function quoted(word) {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";
}

/** What trains a trial again. */
function commandOf(t) {
  const retrain = data.retrain, g = data.trials.group[t];
  const settings = retrain.settings.map(s => ' --set ' + quoted(s.path + '=' + s.values[s.of[g]])).join('');
  return retrain.begin + settings + ' --set ' + quoted('seeds=[' + data.trials.seed[t] + ']') +
    ' --out ' + quoted(retrain.out + data.trials.id[t]);
}
