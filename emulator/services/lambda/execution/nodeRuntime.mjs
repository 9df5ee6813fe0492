// The runtime of Node.js functions, in a process of its own: loads the handler, calls it for each event, and tells how it ends.
// JavaScript, because it runs without anything that loads TypeScript. Messages are lines of JSON: they come on file descriptor
// 3 and go to 4. What it says is worded as by AWS's open source `aws-lambda-nodejs-runtime-interface-client` in public logs.
import { existsSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

const incoming = new Socket({ fd: 3, readable: true, writable: false });
/** The id of the invocation under way. */
let requestId = "";
let handler;
/** Called when nothing is left to do but to wait for the next event. */
let emptied;

function tell(message) {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) rest = rest.subarray(writeSync(4, rest));
}

function log(text) {
  tell({ kind: "log", text });
}

/** Console lines begin with the time, the request and the level. */
function captureOutput() {
  const levels = { debug: "DEBUG", error: "ERROR", info: "INFO", log: "INFO", trace: "TRACE", warn: "WARN" };
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...values) => logLine(level, format(...values));
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk, encoding, done) => {
      log(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
      (typeof encoding === "function" ? encoding : done)?.();
      return true;
    };
  }
}

function logLine(level, text) {
  log(`${new Date().toISOString()}\t${requestId || "undefined"}\t${level}\t${text}\n`);
}

function described(error, errorType) {
  const isError = error instanceof Error;
  return {
    errorType: errorType ?? (isError ? error.name : typeof error),
    errorMessage: isError ? error.message : String(error),
    trace: isError ? String(error.stack).split("\n") : [],
  };
}

/** An error of the runtime itself: its message is the cause in words. */
function runtimeError(errorType, cause) {
  const message = String(cause);
  return { errorType, errorMessage: message, trace: [`${errorType}: ${message}`] };
}

async function loadHandler(taskRoot, name) {
  const [, folder, file, path] = /^(.*\/)?([^./]+)\.(.+)$/.exec(name) ?? [];
  if (path === undefined) throw runtimeError("Runtime.MalformedHandlerName", "Bad handler");
  const stem = join(taskRoot, folder ?? "", file);
  const found = [".js", ".mjs", ".cjs"].map((ending) => stem + ending).find((candidate) => existsSync(candidate));
  if (found === undefined) {
    const message = `Error: Cannot find module '${folder ?? ""}${file}'\nRequire stack:\n- /var/runtime/index.mjs`;
    throw runtimeError("Runtime.ImportModuleError", message);
  }
  const loaded = await importModule(found);
  const exported = at(loaded, path) ?? at(loaded.default, path);
  if (exported === undefined) {
    throw runtimeError("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
  }
  if (typeof exported !== "function") throw runtimeError("Runtime.HandlerNotFound", `${name} is not a function`);
  return exported;
}

function at(root, path) {
  return path.split(".").reduce((value, key) => value?.[key], root);
}

async function importModule(file) {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error?.code === "MODULE_NOT_FOUND" || error?.code === "ERR_MODULE_NOT_FOUND") {
      throw runtimeError("Runtime.ImportModuleError", error);
    }
    if (error instanceof SyntaxError) throw runtimeError("Runtime.UserCodeSyntaxError", error);
    throw described(error);
  }
}

async function initialize({ environment, taskRoot, handler: name }) {
  Object.assign(process.env, environment);
  process.chdir(taskRoot);
  captureOutput();
  try {
    handler = await loadHandler(taskRoot, name);
    tell({ kind: "ready" });
  } catch (error) {
    logLine("ERROR", `Uncaught Exception \t${JSON.stringify(error)}`);
    tell({ kind: "failed", error });
  }
}

function contextOf(invocation) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: invocation.invokedFunctionArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: invocation.requestId,
    clientContext: invocation.clientContext === undefined ? undefined : JSON.parse(invocation.clientContext),
    getRemainingTimeInMillis: () => Math.max(invocation.deadline - Date.now(), 0),
  };
}

/** What the handler answers: by its promise, by the callback, or with nothing once there is nothing left to do. */
function answerOf(invocation) {
  return new Promise((resolve, reject) => {
    const context = contextOf(invocation);
    emptied = () => resolve(undefined);
    const callback = (error, value) => {
      const settle = () => (error === undefined || error === null ? resolve(value) : reject(error));
      if (context.callbackWaitsForEmptyEventLoop) emptied = settle;
      else settle();
    };
    const returned = handler(JSON.parse(invocation.payload), context, callback);
    if (typeof returned?.then === "function") returned.then(resolve, reject);
  });
}

async function invoke(invocation) {
  requestId = invocation.requestId;
  incoming.unref();
  try {
    tell({ kind: "answered", payload: serialized(await answerOf(invocation)), memory: memoryUsed() });
  } catch (error) {
    const failure = described(error);
    logLine("ERROR", `Invoke Error \t${JSON.stringify(failure)}`);
    tell({ kind: "failed", error: failure, memory: memoryUsed() });
  } finally {
    emptied = undefined;
    incoming.ref();
  }
}

function serialized(answer) {
  try {
    return JSON.stringify(answer === undefined ? null : answer) ?? "null";
  } catch {
    throw new Error("Unable to stringify response body");
  }
}

/** At most, in MB. */
function memoryUsed() {
  return Math.ceil(process.resourceUsage().maxRSS / 1024);
}

function endWith(error, label, code) {
  logLine("ERROR", `${label} \t${JSON.stringify(error)}`);
  tell({ kind: "failed", error, memory: memoryUsed(), isLast: true });
  process.exit(code);
}

process.on("uncaughtException", (error) => endWith(described(error), "Uncaught Exception", 129));
process.on("unhandledRejection", (reason) =>
  endWith(
    { ...described(reason, "Runtime.UnhandledPromiseRejection"), errorMessage: String(reason) },
    "Unhandled Promise Rejection",
    128,
  ),
);
process.on("beforeExit", () => {
  incoming.ref();
  emptied?.();
});

let unread = "";
incoming.setEncoding("utf8");
incoming.on("data", (chunk) => {
  const lines = (unread + chunk).split("\n");
  unread = lines.pop();
  for (const line of lines) {
    const message = JSON.parse(line);
    if (message.kind === "initialize") void initialize(message);
    else void invoke(message);
  }
});
// Whoever started this process is gone.
incoming.on("close", () => process.exit(0));
