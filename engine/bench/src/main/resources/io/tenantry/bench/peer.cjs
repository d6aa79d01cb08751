// What a team writes in an afternoon: no authentication, no limits, no log.
// usage: node peer.cjs PORT FOLDER   (needs better-sqlite3 in NODE_PATH)
const http = require('http');
const path = require('path');
const Database = require('better-sqlite3');
const [port, folder] = [Number(process.argv[2]), process.argv[3]];
const open = new Map();
const MOST = 500;
function database(name) {
  let entry = open.get(name);
  if (entry) {
    open.delete(name);
  } else {
    const db = new Database(path.join(folder, name + '.db'));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    entry = { db, statements: new Map() };
    if (open.size >= MOST) {
      const [oldest, value] = open.entries().next().value;
      value.db.close();
      open.delete(oldest);
    }
  }
  open.set(name, entry);
  return entry;
}
http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    try {
      const { query, params } = JSON.parse(Buffer.concat(chunks));
      const entry = database(request.url.split('/')[2]);
      let statement = entry.statements.get(query);
      if (!statement) {
        statement = entry.db.prepare(query);
        entry.statements.set(query, statement);
      }
      const result = statement.reader ? { rows: statement.all(...params) } : statement.run(...params);
      const body = JSON.stringify({ success: true, result });
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
      response.end(body);
    } catch (error) {
      response.writeHead(400, { 'Content-Length': 0 });
      response.end();
    }
  });
}).listen(port, '127.0.0.1', () => console.log('ready'));
