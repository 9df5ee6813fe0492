import { AwsError } from "../awsError.ts";
import type { Protocol } from "./protocol.ts";
import { formOf, headers, namespace, xml } from "./query.ts";
import { readForm, type FormDialect } from "./readForm.ts";
import { isRecord } from "./validate.ts";
import { writeMembers } from "./writeMembers.ts";

/**
 * The protocol of EC2 alone: a form as in AWS Query, but lists are always flat (`VolumeId.1`) and names begin with a capital
 * letter; XML out without a result element around it, and errors in a form of their own.
 * Source: botocore's description of the protocol and the AWS EC2 Query protocol specification of Smithy.
 */
export const ec2: Protocol = {
  unknownOperation: { code: "InvalidAction", status: 400 },
  authenticationError: (error) => error,

  parse(model, operation, request) {
    return readForm(model, model.input(operation), formOf(request), dialect);
  },

  answer(model, operation, output, requestId) {
    const described = model.output(operation);
    // Operations without an output of their own answer `true`.
    const members =
      described && isRecord(output)
        ? writeMembers(model, described.shape, output, (date) => date.toISOString())
        : { return: true };
    const body = { [`${operation}Response`]: { ...namespace(model), requestId, ...members } };
    return { status: 200, headers: headers(requestId), body: xml.build(body) };
  },

  failure(_model, error, requestId) {
    const Errors = { Error: { Code: error.code, Message: error.message } };
    const body = { Response: { Errors, RequestID: requestId } };
    return { status: error.status, headers: headers(requestId), body: xml.build(body) };
  },
};

const dialect: FormDialect = {
  memberName: (name, { queryName, locationName }) => queryName ?? capitalized(locationName ?? name),
  itemPrefix: (name) => name,
  unknown: (name) => new AwsError("UnknownParameter", `The parameter ${name} is not recognized`),
  malformed: (text, name) => new AwsError("InvalidParameterValue", `Value (${text}) for parameter ${name} is invalid.`),
};

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
