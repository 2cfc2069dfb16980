// The table of results in its section. Only the rows in sight are in the document.
const ROW_HEIGHT = 34; // pixels
const ROWS_AHEAD = 12; // beyond what is in sight
const MAX_CELL_CHARACTERS = 90; // of one cell

class Table {
  constructor(section, data) {
    this.section = section;
    this.kinds = rowKinds(data);
    this.hidden = new Set(HIDDEN_FIRST);
    this.box = section.querySelector('.rows');
    this.table = section.querySelector('#table');
    this.table.addEventListener('click', event => this.clicked(event.target.closest('button')));
    this.box.addEventListener('scroll', () => this.fill());
    section.querySelector('#filter').addEventListener('input', () => this.select());
    section.querySelector('#csv').addEventListener('click', () =>
      download(csvOf(this.columns(), this.rows), data.name + '-' + this.kind.noun + 's.csv'));
    section.querySelectorAll('[data-rows]').forEach(button =>
      button.addEventListener('click', () => this.choose(button.dataset.rows)));
    this.choose('groups');
  }

  choose(name) {
    this.kind = this.kinds[name];
    this.sorted = null;
    this.section.querySelectorAll('[data-rows]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.rows === name)));
    const box = this.section.querySelector('#columns > div');
    box.textContent = '';
    this.kind.columns.forEach(({ key, words }) => {
      addTick(box, key, words, !this.hidden.has(key)).addEventListener('change', ({ target }) => {
        if (target.checked) { this.hidden.delete(key); } else { this.hidden.add(key); }
        this.head();
        this.fill(true);
      });
    });
    this.head();
    this.select();
  }

  columns() { return this.kind.columns.filter(column => !this.hidden.has(column.key)); }

  head() {
    const sorted = this.sorted || {};
    this.table.tHead.replaceChildren(element('tr', {}, ...this.columns().map(column => {
      const cell = element('th', { scope: 'col', className: column.left ? 'text' : '' });
      const isSorted = sorted.key === column.key;
      if (isSorted) { cell.setAttribute('aria-sort', sorted.down ? 'descending' : 'ascending'); }
      cell.append(column.order ? element('button', { type: 'button', 'data-column': column.key },
        column.words, isSorted ? (sorted.down ? ' ↓' : ' ↑') : '') : column.words);
      return cell;
    })));
  }

  select() {
    const { key, down } = this.sorted || {}, { all, noun, columns } = this.kind;
    this.rows = selectRows(this.kind, this.section.querySelector('#filter').value, columns.find(column => column.key === key), down);
    this.section.querySelector('#count').value =
      (this.rows.length === all.length ? '' : this.rows.length.toLocaleString('en') + ' of ') + countOf(all.length, noun);
    this.table.setAttribute('aria-rowcount', this.rows.length + 1);
    this.box.scrollTop = 0;
    this.fill(true);
  }

  /** Fills in the rows in sight, between two spacers for those above and below. */
  fill(anew) {
    const from = Math.max(0, Math.floor(this.box.scrollTop / ROW_HEIGHT) - ROWS_AHEAD);
    const to = Math.min(this.rows.length, from + Math.ceil(this.box.clientHeight / ROW_HEIGHT) + 2 * ROWS_AHEAD + 2);
    if (!anew && from === this.from && to === this.to) { return; }
    Object.assign(this, { from: from, to: to });
    const columns = this.columns();
    const space = rows => rows ? [element('tr', { 'aria-hidden': 'true', className: 'space' },
      element('td', { colSpan: columns.length, style: 'height:' + rows * ROW_HEIGHT + 'px' }))] : [];
    this.table.tBodies[0].replaceChildren(...space(from),
      ...this.rows.slice(from, to).map((row, i) => this.row(row, from + i, columns)), ...space(this.rows.length - to));
  }

  row(row, position, columns) {
    return element('tr', { 'data-row': row, 'aria-rowindex': position + 2, className: this.kind.isBad(row) ? 'bad' : '' },
      ...columns.map(column => this.cell(row, column)));
  }

  cell(row, column) {
    const cell = element(column.head ? 'th' : 'td', { className: column.left ? 'text' : '' }), text = column.text(row);
    if (column.head) { cell.scope = 'row'; }
    if (column.command) {
      cell.append(element('button', { type: 'button', 'data-copy': text, title: text }, 'copy command'));
      return cell;
    }
    cell.append(shorten(text, MAX_CELL_CHARACTERS));
    if (text.length > MAX_CELL_CHARACTERS) { cell.title = text.slice(0, 2000); }
    if (column.minor) { cell.append(element('small', {}, ' ' + column.minor(row))); }
    return cell;
  }

  clicked(button) {
    const { copy, column } = button ? button.dataset : {};
    if (copy) { copyCommand(copy, button); }
    if (column) {
      this.sorted = { key: column, down: Boolean(this.sorted) && this.sorted.key === column && !this.sorted.down };
      this.head();
      this.select();
      this.table.tHead.querySelector('[data-column="' + column + '"]').focus();
    }
  }
}
