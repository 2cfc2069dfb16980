// The folder of a page as the reader's own machine writes it, and paths in it as the shown commands need them.

/**
 * Returns the folder of a file: URL with its last separator, such as /home/me/o/, C:\Users\me\o\ or \\server\share\o\.
 * Returns null for other URLs, and where the path is no UTF-8 text.
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

/** Returns the path of a file in a folder, with the folder's own separators. */
function pathIn(folder, file) {
  return folder + (folder.startsWith('/') ? file : file.replace(/\//g, '\\'));
}

/** Writes a text as SQL or Python does; Python reads the backslashes of Windows unchanged in r"...". */
function literal(language, text) {
  if (language === 'sql') { return "'" + text.replace(/'/g, "''") + "'"; }
  return /\\/.test(text) && !text.startsWith('/') ? 'r"' + text + '"' : JSON.stringify(text);
}
