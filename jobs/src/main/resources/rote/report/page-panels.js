// Small multiples: lines by epoch, or across a setting, in panels by two axes and in colours by a third.
const MOST_FACETS = 12;
const MOST_COLUMNS = 6;
const MOST_LINES = 400; // in all panels: more are no longer told apart
const MOST_SHARP = 24; // lines of one panel as vectors: more are drawn faster as pixels
const MOST_TOLD = 12; // lines in a tooltip
const MOST_BANDS = 12; // in one panel: more cover one another
const BANDS = [['interval', '95 % interval'], ['deviation', '± standard deviation'], ['none', 'none']];

/** What can be drawn: where there are three sets it is one measure of each. */
function measures(acrossSettings) {
  const all = [
    { key: 'accuracy', words: 'accuracy', kind: 'accuracy', sets: true, id: set => set + '_accuracy' },
    { key: 'cost', words: 'cost', kind: 'cost', sets: true, id: set => set + '_cost' }
  ];
  if (!acrossSettings) { return all; }
  all.forEach(measure => { const id = measure.id; measure.id = set => 'final_' + id(set); });
  const others = data.metrics.filter(metric => !/^final_/.test(metric.id));
  return all.concat(others.map(metric =>
    ({ key: metric.id, words: metric.words, kind: metric.kind, sets: false, id: () => metric.id })));
}

class Panels {
  constructor(section, acrossSettings) {
    this.section = section;
    this.acrossSettings = acrossSettings;
    this.measures = measures(acrossSettings);
    this.hidden = new Set();
    this.held = {};
    this.form = section.querySelector('.controls');
    const n = Math.max(0, ...data.groups.completed); // an interval of two seeds says little but that they are two
    this.state = { measure: aboutMeasure, band: n > 2 ? 'interval' : 'deviation', seeds: false, logy: false, x: 'epoch' };
    if (acrossSettings) { this.state.x = mainAxis().key; }
    this.state.logx = acrossSettings && spans(this.axis(this.state.x).numbers);
    this.chooseRoles();
    this.form.addEventListener('change', event => this.changed(event.target));
    this.form.addEventListener('submit', event => event.preventDefault());
    this.render();
  }

  measure() { return this.measures.find(measure => measure.key === this.state.measure); }
  axis(key) { return this.axes().concat(data.axes).find(axis => axis.key === key); }
  /** In what lines may differ. */
  axes() {
    const settings = data.axes.filter(axis => !this.acrossSettings || axis.key !== this.state.x);
    return this.measure().sets && measuredSets.length > 1 ? settings.concat(setAxis) : settings;
  }
  facetable() { return this.axes().filter(axis => axis.values.length <= MOST_FACETS); }

  /** Colours for the most values; rows and columns for the next ones; the sets of examples beside each other where there is room. */
  chooseRoles() {
    const settings = this.axes().filter(axis => axis !== setAxis);
    const most = [...settings].sort((a, b) => b.values.length - a.values.length);
    const colours = most.find(axis => axis.numbers.length) && scattered ? most.find(axis => axis.numbers.length) : most[0];
    const others = most.filter(axis => axis !== colours && axis.values.length <= MOST_FACETS);
    const facets = scattered ? others.filter(axis => axis.key === 'part') : others;
    const sets = this.axes().includes(setAxis);
    this.state.colour = colours ? colours.key : '';
    this.state.columns = sets && facets.length < 2 ? 'set' : (facets[0] || {}).key || '';
    this.state.rows = sets && facets.length < 2 ? (facets[0] || {}).key || '' : (facets[1] || {}).key || '';
    this.held = { set: sets && facets.length > 1 ? String(measuredSets.indexOf(aboutSet)) : 'all' };
    if (!scattered) { others.slice(2).forEach(axis => { this.held[axis.key] = '0'; }); }
  }

  changed(input) {
    const value = input.type === 'checkbox' ? input.checked : input.value;
    if (input.name.startsWith('held:')) {
      this.held[input.name.slice(5)] = value;
    } else {
      this.state[input.name] = value;
    }
    if (input.name === 'x' && this.acrossSettings) {
      this.state.logx = spans(this.axis(value).numbers);
      this.chooseRoles();
    }
    ['columns', 'rows', 'colour'].filter(role => role !== input.name && this.state[role] === value && value)
      .forEach(role => { if (['columns', 'rows', 'colour'].includes(input.name)) { this.state[role] = ''; } });
    if (input.name === 'colour') { this.hidden.clear(); }
    this.render();
    const again = this.form.elements[input.name];
    if (again) { again.focus(); }
  }

  /** The axes that neither facet nor colour: all their values, or one. */
  others() {
    return this.axes().filter(axis => !['columns', 'rows', 'colour'].some(role => this.state[role] === axis.key));
  }

  controls() {
    const open = (this.form.querySelector('details') || {}).open || false;
    this.form.textContent = '';
    const named = axes => [['', 'none']].concat(axes.map(axis => [axis.key, axis.words]));
    choice(this.form, 'measure', 'show', this.measures.map(m => [m.key, m.words]), this.state.measure);
    if (this.acrossSettings) {
      choice(this.form, 'x', 'across', data.axes.map(axis => [axis.key, axis.words]), this.state.x);
    }
    choice(this.form, 'columns', 'columns', named(this.facetable()), this.state.columns);
    choice(this.form, 'rows', 'rows', named(this.facetable()), this.state.rows);
    choice(this.form, 'colour', 'colour', named(this.axes()), this.state.colour);
    this.others().forEach(axis => choice(this.form, 'held:' + axis.key, axis.words,
      placeChoices(axis).slice(0, 200), this.held[axis.key] || 'all'));
    const more = element('details', { open: open }, element('summary', {}, 'more'));
    const inside = element('div', {});
    more.append(inside);
    this.form.append(more);
    if (!this.acrossSettings) {
      choice(inside, 'x', 'by', [['epoch', 'epoch'], ['seconds', 'seconds of training']], this.state.x);
    }
    choice(inside, 'band', 'band', BANDS, this.state.band);
    if (!this.acrossSettings && Object.keys(data.curves.seeds).length) {
      tick(inside, 'seeds', 'single seeds', this.state.seeds);
    }
    tick(inside, 'logx', 'logarithmic across', this.state.logx);
    tick(inside, 'logy', 'logarithmic upwards', this.state.logy);
  }

  /** Which value of an axis a line has: the set is the line's own, all else its group's. */
  place(axis, g, set) { return axis === setAxis ? measuredSets.indexOf(set) : axis.of[g]; }

  isHeld(axis, g, set) {
    const held = this.held[axis.key] || 'all';
    return held === 'all' || Number(held) === this.place(axis, g, set);
  }

  /** Every line that is to be drawn, with its points and its place. */
  lines() {
    const measure = this.measure(), others = this.others(), by = new Map();
    const role = name => this.axis(this.state[name]);
    const [columns, rows, colour] = ['columns', 'rows', 'colour'].map(role);
    (measure.sets ? measuredSets : ['']).forEach(set => groups.forEach(g => {
      if (!others.every(axis => this.isHeld(axis, g, set))) { return; }
      const key = this.acrossSettings && !scattered
        ? this.axes().map(axis => this.place(axis, g, set)).join() : set + g;
      if (!by.has(key)) {
        by.set(key, { set: set, groups: [], id: measure.id(set), colour: colour ? this.place(colour, g, set) : 0,
          column: columns ? this.place(columns, g, set) : 0, row: rows ? this.place(rows, g, set) : 0 });
      }
      by.get(key).groups.push(g);
    }));
    return [...by.values()];
  }

  hasPoints(line) {
    return this.acrossSettings ? line.groups.some(g => resultOf(g, line.id))
      : data.curves[line.id].mean[line.groups[0]].length > 0;
  }

  points(line) {
    if (!this.acrossSettings) {
      return curveOf(line.groups[0], line.id).map(point => ({ ...point, x: point[this.state.x] }))
        .filter(point => !this.state.logx || point.x > 0);
    }
    const axis = this.axis(this.state.x);
    return line.groups.map(g => ({ g: g, place: axis.of[g], result: resultOf(g, line.id) })).filter(at => at.result)
      .sort((a, b) => a.place - b.place)
      .map(at => ({ ...at.result, g: at.g, x: axis.numbers.length ? axis.numbers[at.place] : at.place }));
  }

  /** In words, of what a line differs from others in its panel. */
  name(line) {
    const told = this.axes().filter(axis => !['columns', 'rows'].some(role => this.state[role] === axis.key))
      .filter(axis => axis.key === this.state.colour || (this.held[axis.key] || 'all') === 'all');
    return told.map(axis => axis.words + ' ' + axis.values[this.place(axis, line.groups[0], line.set)]).join(' · ') || 'mean';
  }

  render() {
    this.controls();
    const box = this.section.querySelector('.panels');
    box.querySelectorAll('.chart').forEach(forget);
    box.textContent = '';
    const found = this.lines().filter(line => this.hasPoints(line)), every = Math.ceil(found.length / MOST_LINES);
    const lines = found.filter((line, i) => i % every === 0)
      .map(line => ({ ...line, points: this.points(line), name: this.name(line) })).filter(line => line.points.length);
    this.all = lines;
    this.y = this.verticalScale();
    const cells = new Map();
    lines.forEach(line => {
      const key = line.row + ',' + line.column;
      if (!cells.has(key)) { cells.set(key, []); }
      cells.get(key).push(line);
    });
    const order = [...cells.keys()].sort((a, b) => a.split(',')[0] - b.split(',')[0] || a.split(',')[1] - b.split(',')[1]);
    const [columns, rows] = ['column', 'row'].map(part => [...new Set(lines.map(line => line[part]))].sort((a, b) => a - b));
    box.style.setProperty('--columns', Math.min(columns.length, MOST_COLUMNS));
    box.dataset.columns = columns.length > 3 ? 'many' : columns.length > 1 ? 'some' : 'one';
    order.forEach(key => {
      const cell = cells.get(key), panel = this.guardedPanel(cell);
      if (columns.length <= MOST_COLUMNS) { // in a grid, of which some cells may be empty
        panel.style.setProperty('--column', columns.indexOf(cell[0].column) + 1);
        panel.style.setProperty('--row', rows.indexOf(cell[0].row) + 1);
      }
      box.append(panel);
    });
    this.legend();
    this.note(lines, found.length);
  }

  /** A panel that cannot be made leaves a line in its place, and the others as they are. */
  guardedPanel(lines) {
    try {
      return this.panel(lines);
    } catch (problem) {
      console.error(problem);
      return element('figure', { className: 'panel' }, 'This panel cannot be shown: ' + problem.message + '.');
    }
  }

  panel(lines) {
    const first = lines[0];
    const parts = ['columns', 'rows'].map(role => this.axis(this.state[role])).filter(axis => axis)
      .map(axis => (axis === setAxis ? '' : axis.words + ' ') + axis.values[this.place(axis, first.groups[0], first.set)]);
    const title = parts.join(' · ') || (this.measure().sets && measuredSets.length === 1 ? measuredSets[0] : 'all');
    const chart = element('div', { className: 'chart', tabIndex: 0, role: 'img',
      'aria-label': this.measure().words + ', ' + title + ': ' + this.spoken(lines) });
    show(chart, () => this.option(lines), lines.length > MOST_SHARP ? 'canvas' : 'svg');
    chart.addEventListener('keydown', event => this.walk(event, chart, lines));
    return element('figure', { className: 'panel', 'data-panel': title }, element('figcaption', {}, title), chart);
  }

  spoken(lines) {
    return lines.slice(0, 8).map(line => line.name + ' ends at ' +
      number(this.measure().kind, line.points[line.points.length - 1].y)).join('; ') +
      (lines.length > 8 ? '; and ' + (lines.length - 8) + ' more' : '');
  }

  /** Arrow keys read the values as the mouse does. */
  walk(event, chart, lines) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], drawn = (charts.get(chart) || {}).drawn;
    const shown = lines.filter(line => !this.hidden.has(line.colour));
    if (!step || !drawn || !shown.length) { return; }
    event.preventDefault();
    const longest = shown.reduce((a, b) => b.points.length > a.points.length ? b : a).points;
    const at = Math.max(0, Math.min(longest.length - 1, Number(chart.dataset.at || -1) + step));
    chart.dataset.at = at;
    const x = drawn.convertToPixel({ xAxisIndex: 0 }, longest[at].x);
    drawn.dispatchAction({ type: 'showTip', x: x, y: chart.clientHeight / 2 });
  }

  edge(point) {
    const half = this.state.band === 'none' ? null : point[this.state.band];
    return half === null || half === undefined ? 0 : half;
  }

  verticalScale() {
    const shown = this.all.filter(line => !this.hidden.has(line.colour));
    const values = shown.flatMap(line => line.points.flatMap(point => [point.y - this.edge(point), point.y + this.edge(point)]));
    if (!values.length) { return { min: 0, max: 1 }; }
    if (this.state.logy) { return logScale(shown.flatMap(line => line.points.map(point => point.y))); }
    if (this.measure().kind === 'accuracy' && this.measure().key !== 'generalisation_gap') {
      const wide = !this.acrossSettings || Math.min(...values) < 0.5;
      return wide ? { min: 0, max: 1, interval: 0.2 }
        : scaleOf(values.map(value => Math.min(1, value)), false);
    }
    return scaleOf(values, Math.min(...values) >= 0);
  }

  horizontalScale() {
    const axis = this.acrossSettings ? this.axis(this.state.x) : null;
    if (axis && !axis.numbers.length) { return { type: 'category', data: axis.values }; }
    const values = axis ? axis.numbers : this.all.flatMap(line => line.points.map(point => point.x));
    if (this.state.logx && values.some(value => value > 0)) {
      const positive = values.filter(value => value > 0);
      const base = axis && Math.max(...positive) / Math.min(...positive) < 2000 && positive.every(Number.isInteger) ? 2 : 10;
      return { type: 'log', logBase: base, min: Math.min(...positive) / (axis ? 1.15 : 1), max: Math.max(...positive) * (axis ? 1.15 : 1) };
    }
    if (axis) {
      const low = Math.min(...values), high = Math.max(...values), margin = (high - low) * 0.03;
      return { type: 'value', min: low >= 0 && low < high / 4 ? 0 - (low === 0 ? margin : 0) : low - margin, max: high + margin };
    }
    return { type: 'value', min: 0, max: Math.max(1, ...values) };
  }

  option(lines) {
    const shown = lines.filter(line => !this.hidden.has(line.colour));
    const words = this.acrossSettings ? this.axis(this.state.x).words : this.state.x === 'epoch' ? 'epoch' : 'seconds';
    const x = this.horizontalScale();
    const ends = x.type === 'category' || !this.acrossSettings; // of other axes the ends are margins
    return {
      grid: { left: 4, right: 14, top: 12, bottom: 24, containLabel: true },
      xAxis: { ...axisLook(true, x.data), ...x, name: words, nameGap: 26,
        axisLabel: { ...axisLook(true, x.data).axisLabel, showMinLabel: ends, showMaxLabel: ends } },
      yAxis: { ...axisLook(false), type: 'value', ...this.y },
      tooltip: { ...tooltipLook(), trigger: 'axis', axisPointer: { snap: true, lineStyle: { color: css('--muted') } },
        formatter: items => this.tooltip(shown, items[0].axisValue) },
      series: (this.measure().kind === 'accuracy' && this.measure().sets ? [this.chance()] : [])
        .concat(shown.flatMap(line => this.series(line, shown.length)))
    };
  }

  chance() {
    const seen = !this.y.min || this.y.min <= data.chance;
    return {
      type: 'line', name: 'chance', silent: true, data: [], z: 0,
      markLine: {
        silent: true, symbol: 'none', animation: false, data: seen ? [{ yAxis: data.chance }] : [],
        lineStyle: { color: css('--muted'), type: [1, 3], width: 1.5 },
        label: { position: 'insideEndBottom', color: css('--muted'), fontSize: 12, formatter: 'chance ' + plain(data.chance) }
      }
    };
  }

  colour(line) { return colourOf(this.axis(this.state.colour), line.colour); }

  series(line, among) {
    const colour = this.colour(line), points = line.points, last = points[points.length - 1];
    const stopped = !this.acrossSettings && data.curves.last[line.groups[0]] < Math.max(...data.curves.last);
    const all = [];
    if (points.some(point => this.edge(point) > 0) && among <= MOST_BANDS) {
      all.push(this.acrossSettings ? this.whiskers(points, colour) : this.band(points, colour));
    }
    if (this.state.seeds) { all.push(...this.singles(line, colour)); }
    const dots = this.acrossSettings;
    all.push({
      type: 'line', name: line.name, z: 3, showAllSymbol: true, symbol: dots ? 'circle' : 'none', symbolSize: dots ? 6 : 5,
      data: points.map(point => !dots && point === last && (stopped || points.length === 1)
        ? { value: [point.x, point.y], symbol: 'circle' } : [point.x, point.y]),
      lineStyle: { width: this.dotsOnly() ? 0 : 2, color: colour }, itemStyle: { color: colour }, emphasis: { disabled: true }
    });
    return all.concat(this.fit(line, colour, among), this.published(line, colour));
  }

  dotsOnly() { return this.acrossSettings && (scattered || !this.axis(this.state.x).numbers.length); }

  /** A band is one polygon: along its upper edge and back along its lower one. */
  band(points, colour) {
    const floor = this.state.logy ? this.y.min : -Infinity;
    return {
      type: 'custom', silent: true, z: 1, tooltip: { show: false }, data: [[points[0].x, points[0].y]], clip: true,
      renderItem: (params, api) => ({ type: 'polygon', style: { fill: colour, opacity: 0.16 }, shape: {
        points: points.map(point => api.coord([point.x, point.y + this.edge(point)])).concat(
          points.map(point => api.coord([point.x, Math.max(floor, point.y - this.edge(point))])).reverse()) } })
    };
  }

  whiskers(points, colour) {
    const floor = this.state.logy ? this.y.min : -Infinity;
    return {
      type: 'custom', silent: true, z: 2, tooltip: { show: false }, clip: true,
      data: points.map(point => [point.x, point.y - this.edge(point), point.y + this.edge(point)]),
      renderItem: (params, api) => {
        const low = api.coord([api.value(0), Math.max(floor, api.value(1))]), high = api.coord([api.value(0), api.value(2)]);
        return { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] },
          style: { stroke: colour, lineWidth: 1.5, opacity: 0.7 } };
      }
    };
  }

  singles(line, colour) {
    return trialsOf[line.groups[0]].map(t => {
      const seconds = data.curves.seconds[line.groups[0]];
      const points = seedCurve(t, line.id).map((point, i) => [this.state.x === 'epoch' ? point.epoch : seconds[i], point.y])
        .filter(point => !this.state.logx || point[0] > 0);
      return { type: 'line', silent: true, z: 2, symbol: 'none', tooltip: { show: false }, data: points,
        lineStyle: { width: 1, color: colour, opacity: 0.4 }, emphasis: { disabled: true } };
    });
  }

  /** Where the mean fit epoch lies on a line. */
  fit(line, colour, among) {
    const fit = this.acrossSettings || among > 24 ? null : resultOf(line.groups[0], 'fit_epoch');
    const at = fit ? line.points.findIndex(point => point.epoch >= fit.y) : -1;
    if (at < 0) { return []; }
    const right = line.points[at], left = line.points[Math.max(0, at - 1)];
    const t = right.epoch > left.epoch ? (fit.y - left.epoch) / (right.epoch - left.epoch) : 0;
    return [{ type: 'scatter', silent: true, z: 4, symbol: 'triangle', symbolSize: 9, symbolOffset: [0, 8], tooltip: { show: false },
      data: [[left.x + t * (right.x - left.x), left.y + t * (right.y - left.y)]],
      itemStyle: { color: css('--paper'), borderColor: colour, borderWidth: 1.5 } }];
  }

  figures(line) {
    const id = this.acrossSettings ? line.id : 'final_' + line.id;
    return data.published.filter(figure => figure.metric === id && line.groups.includes(figure.group));
  }

  published(line, colour) {
    const figures = this.figures(line);
    return figures.map(figure => {
      const at = line.points.find(point => point.g === figure.group) || line.points[line.points.length - 1];
      return { type: 'scatter', silent: true, z: 5, clip: false, symbol: 'diamond', symbolSize: 13, tooltip: { show: false },
        data: [[at.x, figure.value]], itemStyle: { color: 'transparent', borderColor: colour, borderWidth: 2 } };
    });
  }

  /** A line's point at a place, or the nearest one before it. */
  pointAt(line, x) {
    let found = line.points[0];
    line.points.forEach(point => { if (point.x <= x + 1e-9) { found = point; } });
    return found;
  }

  /** The value of the setting that is nearest to the pointer. */
  nearest(axis, at) {
    if (!axis.numbers.length) { return Math.max(0, axis.values.indexOf(String(at))); }
    return axis.numbers.reduce((a, b) => Math.abs(b - at) < Math.abs(a - at) ? b : a);
  }

  tooltip(lines, at) {
    const axis = this.acrossSettings ? this.axis(this.state.x) : null, kind = this.measure().kind;
    const x = axis ? this.nearest(axis, at) : Number(at);
    const rows = lines.map(line => ({ line: line, point: axis ? line.points.find(point => point.x === x) : this.pointAt(line, x) }))
      .filter(row => row.point).sort((a, b) => b.point.y - a.point.y);
    const head = axis ? axis.words + ' ' + axis.values[axis.numbers.length ? axis.numbers.indexOf(x) : x]
      : this.state.x === 'epoch' ? 'epoch ' + Math.round(x) : plain(x) + ' seconds';
    const cell = text => '<td style="padding:1px 8px 1px 0;border:0;text-align:left;white-space:normal">' + text + '</td>';
    const html = rows.slice(0, MOST_TOLD).map(({ line, point }) => {
      const half = point[this.state.band === 'deviation' ? 'deviation' : 'interval'];
      const n = point.n !== undefined ? 'n = ' + point.n
        : 'n = ' + data.groups.completed[line.groups[0]] + ', ' + point.running + ' running';
      return '<tr>' + cell(this.swatch(line) + ' ' + escaped(short(line.name, 60))) + cell('<b>' + number(kind, point.y) + '</b>') +
        cell(half === null || half === undefined ? '' : '± ' + number(kind, half)) + (narrow() ? '' : cell(n)) + '</tr>' +
        this.figures(line).filter(figure => !axis || figure.group === point.g).map(figure => '<tr>' + cell('◇ published') +
          cell(number(kind, figure.value)) + '<td colspan="2">' + escaped(short(figure.source, 60)) + '</td></tr>').join('');
    }).join('');
    const more = rows.length > MOST_TOLD ? '<div>and ' + (rows.length - MOST_TOLD) + ' more</div>' : '';
    const about = this.state.band === 'deviation' ? ', ± standard deviation' : ', ± half the 95 % interval';
    return '<b>' + escaped(head) + '</b>' + about + '<table style="width:auto;font-size:12px">' + html + '</table>' + more;
  }

  swatch(line) {
    return '<svg width="18" height="10" aria-hidden="true"><line x1="0" x2="18" y1="5" y2="5" stroke="' + this.colour(line) +
      '" stroke-width="3"/></svg>';
  }

  legend() {
    const box = this.section.querySelector('.legend'), axis = this.axis(this.state.colour);
    box.textContent = '';
    box.hidden = !axis;
    if (!axis) { return; }
    box.append(element('span', { className: 'axis-name' }, axis.words));
    if (axis.values.length > 24) {
      const ends = [axis.values[0], axis.values[axis.values.length - 1]];
      box.append(element('span', { className: 'gradient' }), element('span', {}, ends.map(shorts(ends, 12)).join(' to ')));
      box.querySelector('.gradient').style.background = 'linear-gradient(90deg,' + rampColours().join() + ')';
      return;
    }
    const present = new Set(this.all.map(line => line.colour));
    axis.values.forEach((value, place) => {
      if (!present.has(place)) { return; }
      const button = element('button', { type: 'button', 'aria-pressed': String(!this.hidden.has(place)) });
      button.innerHTML = this.swatch({ colour: place });
      button.append(element('span', {}, value));
      button.addEventListener('click', () => {
        if (!this.hidden.delete(place)) { this.hidden.add(place); }
        button.setAttribute('aria-pressed', String(!this.hidden.has(place)));
        this.y = this.verticalScale();
        this.section.querySelectorAll('.panels .chart').forEach(chart => show(chart, charts.get(chart).option));
      });
      box.append(button);
    });
  }

  note(lines, found) {
    const ns = lines.flatMap(line => line.groups.map(g => data.groups.completed[g]));
    const low = Math.min(...ns), high = Math.max(...ns);
    const n = low === high ? 'n = ' + low : 'n = ' + low + ' to ' + high;
    const bands = lines.some(line => line.points.some(point => this.edge(point) > 0));
    const parts = [lines.length ? (this.acrossSettings ? 'Each point' : 'Each line') + ' is the mean over the completed trials of a group, ' +
      n + (bands ? '; ' + (this.acrossSettings ? 'bar' : 'band') + ': ' + BANDS.find(band => band[0] === this.state.band)[1] : '') + '.'
      : 'Nothing is recorded yet.'];
    if (!this.acrossSettings && lines.length) {
      parts.push('A trial that stopped early carries its last value forward; a dot ends a line whose trials had all stopped.');
      if (lines.length < 100 && lines.some(line => resultOf(line.groups[0], 'fit_epoch'))) { parts.push('△ marks the mean fit epoch.'); }
      if (data.curves.every > 1) { parts.push('Of so many groups one in ' + data.curves.every + ' has its curves here.'); }
      if (data.curves.step > 1) { parts.push('Curves have one epoch in ' + data.curves.step + '; the tables have all.'); }
      if (!Object.keys(data.curves.seeds).length) { parts.push('Single seeds are too many for this page; the tables have them.'); }
    }
    if (lines.some(line => this.figures(line).length)) { parts.push('◇ is a published figure.'); }
    if (lines.length < found) { parts.push(count(lines.length, this.dotsOnly() ? 'point' : 'line') + ' of ' + found +
      ' are drawn; choose above to see fewer groups.'); }
    this.section.querySelector('.note').textContent = parts.join(' ');
  }
}

/** The setting that is best looked along: of numbers, if there are three. */
function mainAxis() {
  const most = [...data.axes].sort((a, b) => b.values.length - a.values.length);
  return most.find(axis => axis.numbers.length > 2) || most[0];
}
