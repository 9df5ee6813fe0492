# The runtime of Python functions, in a process of its own: loads the handler, calls it for each event, and tells how it ends.
# Messages are lines of JSON: they come on file descriptor 3 and go to 4, as in nodeRuntime.mjs.
import importlib
import json
import logging
import os
import resource
import sys
import time
import traceback

incoming = os.fdopen(3, "r", encoding="utf-8")
outgoing = os.fdopen(4, "w", encoding="utf-8")
request_id = ""


def tell(message):
    outgoing.write(json.dumps(message) + "\n")
    outgoing.flush()


class Log:
    """Stands for standard output and standard error."""

    encoding = "utf-8"

    def write(self, text):
        if text:
            tell({"kind": "log", "text": text})
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


class LogHandler(logging.Handler):
    def emit(self, record):
        tell({"kind": "log", "text": self.format(record) + "\n"})


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = request_id
        return True


def capture_output():
    sys.stdout = Log()
    sys.stderr = Log()
    handler = LogHandler()
    formatter = logging.Formatter(
        "[%(levelname)s]\t%(asctime)s.%(msecs)dZ\t%(aws_request_id)s\t%(message)s", "%Y-%m-%dT%H:%M:%S"
    )
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    handler.addFilter(RequestFilter())
    logging.getLogger().addHandler(handler)


def described(error):
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename != __file__ and "importlib" not in frame.filename]
    return {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "requestId": request_id,
        "stackTrace": traceback.format_list(own),
    }


def runtime_error(error_type, message):
    return {"errorMessage": message, "errorType": error_type, "requestId": request_id, "stackTrace": []}


class LoadError(Exception):
    def __init__(self, description):
        self.description = description


def load_handler(name):
    parts = name.rsplit(".", 1)
    if len(parts) != 2:
        raise LoadError(runtime_error("Runtime.MalformedHandlerName", f"Bad handler '{name}': not enough values to unpack"))
    module_name, function_name = parts
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise LoadError(
            runtime_error("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {error}")
        )
    except SyntaxError as error:
        raise LoadError(
            runtime_error("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {error}")
        )
    except Exception as error:
        raise LoadError(described(error))
    if not hasattr(module, function_name):
        raise LoadError(
            runtime_error("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'")
        )
    return getattr(module, function_name)


class Context:
    def __init__(self, invocation):
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.invoked_function_arn = invocation["invokedFunctionArn"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.aws_request_id = invocation["requestId"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        client_context = invocation.get("clientContext")
        self.client_context = json.loads(client_context) if client_context else None
        self.identity = None
        self._deadline = invocation["deadline"]

    def get_remaining_time_in_millis(self):
        return max(int(self._deadline - time.time() * 1000), 0)


def memory_used():
    return -(-resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def initialize(message):
    os.environ.update(message["environment"])
    time.tzset()
    os.chdir(message["taskRoot"])
    sys.path.insert(0, message["taskRoot"])
    capture_output()
    try:
        handler = load_handler(message["handler"])
    except LoadError as error:
        tell({"kind": "log", "text": f"[ERROR] {error.description['errorType']}: {error.description['errorMessage']}\n"})
        tell({"kind": "failed", "error": error.description})
        return None
    tell({"kind": "ready"})
    return handler


def answer_of(handler, invocation):
    answer = handler(json.loads(invocation["payload"]), Context(invocation))
    try:
        return json.dumps(answer)
    except (TypeError, ValueError) as error:
        raise LoadError(runtime_error("Runtime.MarshalError", f"Unable to marshal response: {error}"))


def invoke(handler, invocation):
    global request_id
    request_id = invocation["requestId"]
    try:
        tell({"kind": "answered", "payload": answer_of(handler, invocation), "memory": memory_used()})
    except LoadError as error:
        fail(error.description)
    except Exception as error:
        fail(described(error))


def fail(description):
    lines = [f"[ERROR] {description['errorType']}: {description['errorMessage']}"]
    if description["stackTrace"]:
        lines += ["Traceback (most recent call last):", "".join(description["stackTrace"])]
    tell({"kind": "log", "text": "\n".join(lines) + "\n"})
    tell({"kind": "failed", "error": description, "memory": memory_used()})


def main():
    handler = None
    for line in incoming:
        message = json.loads(line)
        if message["kind"] == "initialize":
            handler = initialize(message)
        else:
            invoke(handler, message)


main()
