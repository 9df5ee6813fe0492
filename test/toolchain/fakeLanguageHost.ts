/** A program of its own: a language host that can do nothing but state the version given as its argument. */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import languageRuntime from "@pulumi/pulumi/proto/language_grpc_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type { handleUnaryCall } from "@grpc/grpc-js";

const [version = ""] = process.argv.slice(2);
const getPluginInfo: handleUnaryCall<unknown, plugin.PluginInfo> = (_call, answer) =>
  answer(null, new plugin.PluginInfo().setVersion(version));

const server = new Server();
server.addService({ getPluginInfo: languageRuntime.LanguageRuntimeService.getPluginInfo }, { getPluginInfo });
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_error, port) => {
  process.stdout.write(`${port}\n`);
});
