import { status } from "@grpc/grpc-js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import { expect } from "chai";
import { PartlyCreated, ProviderError } from "../../../provider/errors.ts";
import { grpcError } from "../../../provider/protobuf/errors.ts";
import { fromStruct } from "../../../provider/protobuf/struct.ts";
import { Secret } from "../../../provider/values.ts";

function awsError(): Error {
  const error = new Error("User: u is not authorized to perform: kms:CreateKey");
  error.name = "AccessDeniedException";
  return Object.assign(error, { $fault: "client", $metadata: { requestId: "r-1" } });
}

describe("the engine is told", () => {
  it("a mistake as a sentence", () => {
    const { code, details } = grpcError(new ProviderError("the name is taken"));
    expect({ code, details }).to.deep.equal({ code: status.INVALID_ARGUMENT, details: "the name is taken" });
  });

  it("AWS's refusal by code, message and request id", () => {
    const { code, details } = grpcError(awsError());
    expect({ code, details }).to.deep.equal({
      code: status.UNKNOWN,
      details: "AccessDeniedException: User: u is not authorized to perform: kms:CreateKey (request id r-1)",
    });
  });

  it("that the endpoint cannot be reached, even if the system gives no message", () => {
    const error = Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" });
    expect(grpcError(error).details).to.equal("The AWS endpoint could not be reached: ECONNREFUSED");
  });

  it("a bug with its stack trace", () => {
    const bug = new TypeError("x is not a function");
    const { code, details } = grpcError(bug);
    expect({ code, details }).to.deep.equal({ code: status.INTERNAL, details: bug.stack });
  });

  it("the id and the state of a half-made resource, beside the reason", () => {
    const made = { id: "key-1", inputs: { a: 1 }, state: { a: 1, b: new Secret("s") } };
    const { code, details, metadata } = grpcError(new PartlyCreated(made, awsError()));
    const [binary] = metadata?.get("grpc-status-details-bin") ?? [];
    const [any] = statusMessages.Status.deserializeBinary(Buffer.from(binary ?? "")).getDetailsList();
    const failed = messages.ErrorResourceInitFailed.deserializeBinary(any?.getValue_asU8() ?? new Uint8Array());
    expect(code).to.equal(status.UNKNOWN);
    expect(any?.getTypeUrl()).to.equal("type.googleapis.com/pulumirpc.ErrorResourceInitFailed");
    expect(failed.getId()).to.equal("key-1");
    expect(failed.getReasonsList()).to.deep.equal([details]);
    expect(details).to.match(/^AccessDeniedException: /);
    expect(fromStruct(failed.getProperties())).to.deep.equal(made.state);
  });
});
