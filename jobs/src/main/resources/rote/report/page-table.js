// The table of groups or trials, of which only the rows in sight are in the document.
const ROW = 34; // pixels
const AHEAD = 12; // rows beyond what is in sight
const HIDDEN_FIRST = ['epochs_run', 'changed_labels', 'best_test_cost', 'best_validation_accuracy', 'seconds', 'deviation', 'id'];

const completedPlace = data.trials.status.values.indexOf('completed');
const textOf = (texts, t) => texts.values[texts.of[t]];

function settingColumns(groupOf) {
  return data.axes.map(axis => ({ key: axis.key, words: axis.words, text: row => valueOf(axis, groupOf(row)),
    csv: row => axis.exact[axis.of[groupOf(row)]], order: row => axis.of[groupOf(row)], left: true, head: true }));
}

/** How the trials of a group ended. */
function endsOf(g) {
  const counts = new Map();
  trialsOf[g].forEach(t => counts.set(textOf(data.trials.status, t), (counts.get(textOf(data.trials.status, t)) || 0) + 1));
  const toDo = data.groups.planned[g] - trialsOf[g].length;
  const reasons = [...new Set(trialsOf[g].map(t => textOf(data.trials.reason, t)).filter(reason => reason))];
  return [...counts].map(([status, n]) => n + ' ' + status).concat(toDo ? [toDo + ' to do'] : []).join(', ') +
    (reasons.length ? ': ' + reasons.join('; ') : '');
}

function groupColumns() {
  const columns = settingColumns(g => g);
  if (!columns.length) { columns.push({ key: 'group', words: 'group', text: labelOf, order: g => g, left: true, head: true }); }
  columns.push({ key: 'n', words: 'n', text: g => String(data.groups.completed[g]), order: g => data.groups.completed[g] });
  data.metrics.forEach(metric => {
    const all = data.groups.metrics[metric.id];
    columns.push({ key: metric.id, words: metric.words, order: g => all.mean[g],
      text: g => told(metric, all.mean[g]) + (metric.id === 'fit_epoch' && all.mean[g] !== null ? ' (n = ' + all.n[g] + ')' : ''),
      minor: g => all.deviation[g] === null || !/^final_(training|validation|test)_accuracy|^final_test_cost/.test(metric.id) ? ''
        : '± ' + told(metric, all.deviation[g]) });
    if (metric.id === 'final_test_accuracy') {
      columns.push({ key: 'interval', words: '95 % interval', order: g => all.interval[g], text: g => all.interval[g] === null ? '-'
        : '[' + told(metric, all.mean[g] - all.interval[g]) + ', ' + told(metric, all.mean[g] + all.interval[g]) + ']' });
    }
  });
  columns.push({ key: 'ended', words: 'trials', text: endsOf, order: g => data.groups.completed[g] - data.groups.planned[g], left: true });
  return columns;
}

function trialColumns() {
  const trials = data.trials;
  const columns = settingColumns(t => trials.group[t]);
  columns.push({ key: 'seed', words: 'seed', text: t => trials.seed[t], order: t => Number(trials.seed[t]) });
  columns.push({ key: 'status', words: 'status', text: t => textOf(trials.status, t), order: t => trials.status.of[t], left: true });
  data.metrics.forEach(metric => columns.push({ key: metric.id, words: metric.words,
    text: t => told(metric, trials.metrics[metric.id][t]), order: t => trials.metrics[metric.id][t] }));
  columns.push({ key: 'command', words: 'train again', text: commandOf, command: true });
  columns.push({ key: 'reason', words: 'what happened', text: t => textOf(trials.reason, t), order: t => textOf(trials.reason, t), left: true });
  columns.push({ key: 'id', words: 'trial', text: t => trials.id[t], order: t => trials.id[t], left: true });
  if (trials.reason.values.length < 2) { columns.splice(columns.findIndex(column => column.key === 'reason'), 1); }
  return columns;
}

const isNumber = word => /^\[?[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\]?$/i.test(word);

/** Whether two words are one number, however it is spelt: .1, 0.10 and 1e-1, but not 0.1 and [0.1]. Integers have all their digits. */
function sameNumber(a, b) {
  const parts = word => [word.startsWith('['), word.replace(/[[\]]/g, ''), word.endsWith(']')];
  const [left, right] = [parts(a), parts(b)];
  const whole = [left[1], right[1]].every(text => /^[-+]?\d+$/.test(text));
  return left[0] === right[0] && left[2] === right[2] &&
    (whole ? BigInt(left[1].replace('+', '')) === BigInt(right[1].replace('+', '')) : Number(left[1]) === Number(right[1]));
}

/** What was typed: words, each with the numbers behind it. */
function phrases(text) {
  const found = [];
  text.toLowerCase().split(/[\s,·:]+/).filter(word => word).forEach(word => {
    if (isNumber(word) && found.length) { found[found.length - 1].push(word); } else { found.push([word]); }
  });
  return found;
}

/** Whether a part of a row's name holds a phrase; its numbers are whole ones: neither 1 nor [16] finds [16, 16]. */
function holds(part, phrase) {
  const words = part.split(/[\s,:]+/), bare = part.split(/[\s,:[\]]+/);
  return phrase.every(word => isNumber(word)
    ? words.concat(bare).some(other => isNumber(other) && sameNumber(word, other)) : part.includes(word));
}

class Table {
  constructor(section) {
    this.section = section;
    this.kinds = {
      groups: { all: groups, columns: groupColumns(), named: g => namesOf(g).concat(endsOf(g)) },
      trials: { all: data.trials.id.map((id, t) => t), columns: trialColumns(), named: t => namesOf(data.trials.group[t]).concat(
        'seed ' + data.trials.seed[t], textOf(data.trials.status, t), textOf(data.trials.reason, t), data.trials.id[t]) }
    };
    this.hidden = new Set(HIDDEN_FIRST);
    this.box = section.querySelector('.rows');
    this.table = section.querySelector('#table');
    this.table.addEventListener('click', event => this.clicked(event));
    this.box.addEventListener('scroll', () => this.fill());
    section.querySelector('#filter').addEventListener('input', () => this.select());
    section.querySelector('#csv').addEventListener('click', () => this.download());
    section.querySelectorAll('[data-rows]').forEach(button =>
      button.addEventListener('click', () => this.choose(button.dataset.rows)));
    this.choose('groups');
  }

  choose(kind) {
    this.kind = this.kinds[kind];
    this.rowsName = kind;
    this.sorted = null;
    this.section.querySelectorAll('[data-rows]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.rows === kind)));
    const box = this.section.querySelector('#columns > div');
    box.textContent = '';
    this.kind.columns.forEach(column => {
      tick(box, column.key, column.words, !this.hidden.has(column.key)).addEventListener('change', event => {
        if (event.target.checked) { this.hidden.delete(column.key); } else { this.hidden.add(column.key); }
        this.head();
        this.fill(true);
      });
    });
    this.head();
    this.select();
  }

  columns() { return this.kind.columns.filter(column => !this.hidden.has(column.key)); }

  head() {
    const row = element('tr', {}, ...this.columns().map(column => {
      const sorted = this.sorted && this.sorted.key === column.key;
      const cell = element('th', { scope: 'col', className: column.left ? 'text' : '' });
      if (sorted) { cell.setAttribute('aria-sort', this.sorted.down ? 'descending' : 'ascending'); }
      cell.append(column.order
        ? element('button', { type: 'button', 'data-column': column.key }, column.words, sorted ? (this.sorted.down ? ' ↓' : ' ↑') : '')
        : column.words);
      return cell;
    }));
    this.table.tHead.replaceChildren(row);
  }

  /** The rows that have all that was typed. */
  select() {
    const typed = phrases(this.section.querySelector('#filter').value);
    const rows = this.kind.all.filter(row => {
      const parts = typed.length ? this.kind.named(row).map(part => part.toLowerCase()) : [];
      return typed.every(phrase => parts.some(part => holds(part, phrase)));
    });
    if (this.sorted) {
      const column = this.kind.columns.find(other => other.key === this.sorted.key), sign = this.sorted.down ? -1 : 1;
      rows.sort((a, b) => this.compare(column.order(a), column.order(b), sign));
    }
    this.rows = rows;
    this.section.querySelector('#count').value = rows.length === this.kind.all.length
      ? count(rows.length, this.rowsName.slice(0, -1)) : rows.length.toLocaleString('en') + ' of ' + count(this.kind.all.length, this.rowsName.slice(0, -1));
    this.table.setAttribute('aria-rowcount', rows.length + 1);
    this.box.scrollTop = 0;
    this.fill(true);
  }

  /** What has no value comes last, whichever way the rows are sorted. */
  compare(a, b, sign) {
    if (a === null || b === null) { return (a === null) - (b === null); }
    return sign * (a < b ? -1 : a > b ? 1 : 0);
  }

  /** Rows in sight, between two that stand for those above and below. */
  fill(anew) {
    const from = Math.max(0, Math.floor(this.box.scrollTop / ROW) - AHEAD);
    const to = Math.min(this.rows.length, from + Math.ceil(this.box.clientHeight / ROW) + 2 * AHEAD + 2);
    if (!anew && from === this.from && to === this.to) { return; }
    Object.assign(this, { from: from, to: to });
    const columns = this.columns();
    const rows = this.rows.slice(from, to).map((row, i) => this.row(row, from + i, columns));
    const space = height => element('tr', { 'aria-hidden': 'true', className: 'space' },
      element('td', { colSpan: columns.length, style: 'height:' + height + 'px' }));
    this.table.tBodies[0].replaceChildren(...(from ? [space(from * ROW)] : []), ...rows,
      ...(to < this.rows.length ? [space((this.rows.length - to) * ROW)] : []));
  }

  row(row, position, columns) {
    const bad = this.rowsName === 'trials' ? data.trials.status.of[row] !== completedPlace
      : trialsOf[row].some(t => data.trials.status.of[t] !== completedPlace);
    return element('tr', { 'data-row': row, 'aria-rowindex': position + 2, className: bad ? 'bad' : '' }, ...columns.map(column => {
      const cell = element(column.head ? 'th' : 'td', { className: column.left ? 'text' : '' });
      if (column.head) { cell.scope = 'row'; }
      if (column.command) {
        cell.append(element('button', { type: 'button', 'data-copy': column.text(row), title: column.text(row) }, 'copy command'));
      } else {
        const text = column.text(row);
        cell.append(short(text, 90));
        if (text.length > 90) { cell.title = text.slice(0, 2000); }
        if (column.minor) { cell.append(element('small', {}, ' ' + column.minor(row))); }
      }
      return cell;
    }));
  }

  clicked(event) {
    const button = event.target.closest('button');
    if (button && button.dataset.copy) { copy(button.dataset.copy, button); }
    if (button && button.dataset.column) {
      const down = Boolean(this.sorted) && this.sorted.key === button.dataset.column && !this.sorted.down;
      this.sorted = { key: button.dataset.column, down: down };
      this.head();
      this.select();
      this.table.tHead.querySelector('[data-column="' + this.sorted.key + '"]').focus();
    }
  }

  /** What is shown, with all digits of the page's numbers. */
  csv() {
    const columns = this.columns();
    const cell = text => /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    const value = (column, row) => column.csv ? column.csv(row) : metricOf(column.key) ? column.order(row) === null ? '' : String(column.order(row)) : column.text(row);
    const lines = [columns.map(column => cell(column.words))].concat(
      this.rows.map(row => columns.map(column => cell(value(column, row)))));
    return lines.map(line => line.join(',')).join('\r\n') + '\r\n';
  }

  download() {
    const url = URL.createObjectURL(new Blob([this.csv()], { type: 'text/csv' }));
    const link = element('a', { href: url, download: data.name + '-' + this.rowsName + '.csv' });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }
}

function copy(text, button) {
  const done = () => {
    button.textContent = 'copied';
    setTimeout(() => { button.textContent = 'copy command'; }, 1500);
  };
  const byHand = () => {
    const area = element('textarea', { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    button.focus();
    done();
  };
  if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, byHand); } else { byHand(); }
}
