// Loaded into a Node.js process with --import: writes down every address outside this machine that it tries to reach,
// and lets nothing out. The file is named by KEYLAB_TEST_CONNECTIONS.
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import net from "node:net";

const file = process.env.KEYLAB_TEST_CONNECTIONS;
const isLoopback = (host) => host === undefined || host === "localhost" || host === "::1" || /^127\./.test(host);

function forbid(host) {
  appendFileSync(file, `${host}\n`);
  return Object.assign(new Error(`${host} is not on this machine`), { code: "ECONNREFUSED" });
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof options === "object" ? options.host : args[1];
  if (!isLoopback(host) && options?.path === undefined) {
    queueMicrotask(() => this.destroy(forbid(host)));
    return this;
  }
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (host, options, callback) => {
  const answer = typeof options === "function" ? options : callback;
  if (isLoopback(host)) return lookup(host, options, callback);
  queueMicrotask(() => answer(forbid(host)));
};
