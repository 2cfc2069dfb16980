// The page's JSON: groups and trials are numbers, which are positions in its columns.
const SETS = ['training', 'validation', 'test'];

/** Completes the JSON: restores what Java leaves out, and adds what most charts need. */
function readData(json) {
  const groups = json.groups.completed.map((n, g) => g);
  const trialsOf = groups.map(() => []);
  json.trials.group.forEach((g, t) => trialsOf[g].push(t));
  const sets = SETS.filter(set => json.curves[set + '_accuracy']);
  const [aboutSet, aboutMeasure] = json.about.split('_');
  const columns = Object.entries(json.groups.metrics).map(([id, column]) => {
    const deviation = column.deviation || groups.map(() => null); // left out if every group has one seed
    return [id, { ...column, deviation: deviation, interval: column.interval || deviation }];
  });
  return {
    ...json, all: groups, trialsOf: trialsOf, sets: sets, aboutSet: aboutSet, aboutMeasure: aboutMeasure,
    groups: { ...json.groups, metrics: Object.fromEntries(columns) },
    lastEpoch: json.curves.last.reduce((a, b) => Math.max(a, b), -1),
    axes: json.axes.map(axis => ({ ...axis, exact: axis.exact || axis.values })),
    // Lines also differ in the examples that they are measured on.
    setAxis: { key: 'set', words: 'measured on', values: sets, exact: sets, numbers: [], log: false, ordered: false },
    metrics: json.metrics.map(metric => ({ ...metric, format: json.formats[metric.kind] }))
  };
}

function metricOf(data, id) { return data.metrics.find(metric => metric.id === id); }

function axisOf(data, key) { return data.axes.find(axis => axis.key === key); }

function resultOf(data, g, id) {
  const columns = data.groups.metrics[id];
  return columns && columns.mean[g] !== null
    ? { y: columns.mean[g], deviation: columns.deviation[g], interval: columns.interval[g], n: columns.n[g] } : null;
}

function textOf(texts, place) { return texts.values[texts.of[place]]; }

/** Returns a group's value as shown: numbers drawn at random may have fewer digits than the exact value. */
function valueOf(axis, g) { return axis.values[axis.of[g]]; }

function labelOf(data, g) {
  return data.axes.map(axis => axis.words + ' ' + valueOf(axis, g)).join(' · ') || 'all seeds';
}

function axesBySize(data) {
  return [...data.axes].sort((a, b) => b.numbers.length - a.numbers.length || b.values.length - a.values.length);
}

/** Returns the command that trains a trial again; Java has quoted its parts for a shell. */
function commandOf(data, t) {
  const retrain = data.retrain, g = data.trials.group[t];
  const settings = retrain.settings.map(setting =>
    ' --set ' + setting.quote + setting.path + '=' + textOf(setting, g) + setting.quote).join('');
  return retrain.begin + settings + " --set 'seeds=[" + data.trials.seed[t] + "]' --out " + retrain.out + data.trials.id[t];
}
