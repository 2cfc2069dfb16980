// The folder in which a page lies, as the reader's own machine writes it, and paths in it as the shown commands need them.

/**
 * The folder of a file: URL with its last separator: /home/me/o/, C:\Users\me\o\ or \\server\share\o\; null for other URLs,
 * and where the path is no UTF-8 text.
 */
function folderOf(href) {
  const url = new URL(href);
  if (url.protocol !== 'file:') { return null; }
  let path;
  try {
    path = decodeURIComponent(url.pathname).replace(/[^/]*$/, '');
  } catch (e) {
    return null;
  }
  const windows = value => value.replace(/\//g, '\\');
  if (url.host && url.host !== 'localhost') { return windows('//' + decodeURIComponent(url.host) + path); }
  return /^\/[A-Za-z]:\//.test(path) ? windows(path.slice(1)) : path;
}

/** A file of the folder, with the folder's own separators. */
function pathIn(folder, file) {
  return folder + (folder.startsWith('/') ? file : file.replace(/\//g, '\\'));
}

/** A text as a language writes it: Python takes the backslashes of Windows as they are in r"...". */
function literal(language, text) {
  if (language === 'sql') { return "'" + text.replace(/'/g, "''") + "'"; }
  return /\\/.test(text) && !text.startsWith('/') ? 'r"' + text + '"' : JSON.stringify(text);
}

/** Where the page lies beside its tables their whole path is known. */
function showPaths(href) {
  const folder = folderOf(href);
  if (folder === null) { return; }
  document.querySelectorAll('#tables .path').forEach(path => {
    path.textContent = literal(path.dataset.language, pathIn(folder, path.textContent.slice(1, -1)));
  });
}
