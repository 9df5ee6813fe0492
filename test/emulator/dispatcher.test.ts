import { expect } from "chai";
import { AwsError } from "../../emulator/awsError.ts";
import type { CallContext } from "../../emulator/callContext.ts";
import { Dispatcher } from "../../emulator/dispatcher.ts";
import { Instance } from "../../emulator/instance.ts";
import { operation, type NeededAccess, type Operation } from "../../emulator/operation.ts";
import { rootUser, type Principal } from "../../emulator/principal.ts";
import { Registry } from "../../emulator/registry.ts";
import { services } from "../../emulator/services/services.ts";
import { account, otherAccount, principals } from "./authorization/accessRequests.ts";

type Probe = Operation<object, object>;

/** An operation of no consequence, told to be another where a test needs it. */
function probe(changes: Partial<Probe> = {}): Probe {
  return operation<object, object, unknown>({
    service: "kms",
    name: "ListKeys",
    documentation: "",
    readOnly: true,
    access: () => ({ noneBecause: "it is a test" }),
    run: () => ({}),
    ...changes,
  });
}

const needs = (...actions: string[]): NeededAccess[] =>
  actions.map((action) => ({ action, resource: { arn: "*", accountId: account, policyIsRequired: false } }));

describe("the dispatcher", () => {
  let instance: Instance;
  let dispatcher: Dispatcher;
  beforeEach(() => {
    instance = new Instance("test");
    dispatcher = new Dispatcher(instance, new Registry(services));
  });

  function invoke(made: Probe, caller: Principal = rootUser(account)): Promise<object> {
    const origin = { sourceIp: "192.0.2.1", userAgent: "test", accessKeyId: "AKIA" };
    return dispatcher.invoke(
      made,
      {},
      { caller, region: "us-east-1", requestId: "request", wireRequestId: "request", origin },
    );
  }
  const refusal = async (made: Probe, caller?: Principal): Promise<unknown> =>
    invoke(made, caller).then(
      () => undefined,
      (error: unknown) => error,
    );
  const decisions = () => instance.decisions.of("request").map(({ action, result }) => [action, result]);
  const events = (accountId = account) =>
    instance.audit.eventsOf(accountId).map(({ eventName, errorCode }) => [eventName, errorCode]);

  it("authorises, runs, and records", async () => {
    const steps: string[] = [];
    const output = await invoke(
      probe({
        access: () => {
          steps.push("access");
          return needs("kms:ListKeys");
        },
        run: () => {
          steps.push(`run after ${decisions().length} decision, before ${events().length} events`);
          return { Keys: [] };
        },
      }),
    );
    expect(output).to.deep.equal({ Keys: [] });
    expect(steps).to.deep.equal(["access", "run after 1 decision, before 0 events"]);
    expect(events()).to.deep.equal([["ListKeys", undefined]]);
  });

  it("finds once what a permission and the operation need, before it asks for permissions", async () => {
    const steps: unknown[] = [];
    await invoke(
      probe({
        find: () => {
          steps.push(`find before ${decisions().length} decisions`);
          return "the key";
        },
        access: (_context, _input, found) => {
          steps.push(["access", found]);
          return needs("kms:ListKeys");
        },
        run: (_context, _input, found) => {
          steps.push(["run", found]);
          return {};
        },
      }),
    );
    expect(steps).to.deep.equal(["find before 0 decisions", ["access", "the key"], ["run", "the key"]]);
  });

  it("answers and records that nothing was found, and asks for no permission", async () => {
    const find = () => {
      throw new AwsError("NotFoundException", "Gone.");
    };
    const error = await refusal(probe({ find, access: () => needs("kms:ListKeys") }), principals.alice);
    expect(error).to.include({ code: "NotFoundException", requestId: "request" });
    expect([decisions(), events()]).to.deep.equal([[], [["ListKeys", "NotFoundException"]]]);
  });

  it("does not run what is denied", async () => {
    const run = () => expect.fail("it ran");
    const error = await refusal(probe({ access: () => needs("kms:ListKeys"), run }), principals.alice);
    expect(error)
      .to.be.instanceOf(AwsError)
      .and.include({ code: "AccessDeniedException", status: 400, requestId: "request" });
    expect(decisions()).to.deep.equal([["kms:ListKeys", "ImplicitlyDenied"]]);
    expect(events()).to.deep.equal([["ListKeys", "AccessDenied"]]);
  });

  it("asks for every permission, and stops at the first that is missing", async () => {
    await invoke(probe({ access: () => needs("kms:A", "kms:B") }));
    expect(decisions()).to.deep.equal([
      ["kms:A", "Allowed"],
      ["kms:B", "Allowed"],
    ]);
    await refusal(probe({ access: () => needs("kms:C", "kms:D") }), principals.alice);
    expect(decisions().slice(2)).to.deep.equal([["kms:C", "ImplicitlyDenied"]]);
  });

  it("refuses in the words of the service", async () => {
    const iam = probe({ service: "iam", name: "ListUsers", access: () => needs("iam:ListUsers") });
    expect(await refusal(iam, principals.alice)).to.include({ code: "AccessDenied", status: 403 });
  });

  it("records a failure under its own code, and gives it the request's id", async () => {
    const run = () => {
      throw new AwsError("NotFoundException", "Gone.");
    };
    expect(await refusal(probe({ run }))).to.include({ code: "NotFoundException", requestId: "request" });
    expect(events()).to.deep.equal([["ListKeys", "NotFoundException"]]);
  });

  it("keeps what the state of a key decided among the decisions", async () => {
    const run = () => {
      throw new AwsError("DisabledException", "Off.", { keyState: { action: "kms:Encrypt", resource: "key" } });
    };
    await refusal(probe({ run }));
    expect(instance.decisions.of("request")).to.deep.equal([
      {
        result: "ExplicitlyDenied",
        layer: "key state",
        principal: rootUser(account),
        action: "kms:Encrypt",
        resource: "key",
      },
    ]);
  });

  it("lets a bug pass, and records nothing of it", async () => {
    const bug = new TypeError("a bug");
    const run = () => {
      throw bug;
    };
    expect(await refusal(probe({ run }))).to.equal(bug);
    expect(events()).to.deep.equal([]);
  });

  it("keeps no data events", async () => {
    await invoke(probe({ audit: { kind: "data" } }));
    await refusal(probe({ audit: { kind: "data" }, access: () => needs("kms:A") }), principals.alice);
    expect(events()).to.deep.equal([]);
  });

  it("tells of data events whoever listens", async () => {
    const heard: unknown[] = [];
    instance.audit.onRecord(({ eventName, managementEvent, eventCategory, errorCode }) =>
      heard.push({ eventName, managementEvent, eventCategory, errorCode }),
    );
    await invoke(probe());
    await invoke(probe({ audit: { kind: "data" } }));
    await refusal(probe({ audit: { kind: "data" }, access: () => needs("kms:A") }), principals.alice);
    const data = { eventName: "ListKeys", managementEvent: false, eventCategory: "Data" };
    expect(heard).to.deep.equal([
      { eventName: "ListKeys", managementEvent: true, eventCategory: "Management", errorCode: undefined },
      { ...data, errorCode: undefined },
      { ...data, errorCode: "AccessDenied" },
    ]);
  });

  describe("for a service that calls another", () => {
    const tableArn = `arn:aws:dynamodb:us-east-1:${account}:table/people`;

    /** A call that makes the nested one, and the context that the nested one saw. */
    async function nested(
      how: "callAsCaller" | "callAsService",
      caller: Principal,
      access: readonly NeededAccess[] = [],
      elsewhere?: string,
    ) {
      const seen: CallContext[] = [];
      const inner = probe({
        name: "Decrypt",
        access: (context) => {
          seen.push(context);
          return access;
        },
      });
      const outer = probe({
        run: (context) =>
          how === "callAsCaller"
            ? context.callAsCaller("dynamodb", inner, {}, elsewhere)
            : context.callAsService("dynamodb", inner, {}, tableArn),
      });
      const error = await refusal(outer, caller);
      const [context] = seen;
      if (!context) throw new Error("The nested call never came.");
      return { context, error };
    }

    it("acts as the caller, with the service named", async () => {
      const { context } = await nested("callAsCaller", principals.alice);
      expect(context.caller).to.equal(principals.alice);
      expect(context.origin).to.deep.equal({
        sourceIp: "192.0.2.1",
        userAgent: "test",
        accessKeyId: "AKIA",
        viaService: "dynamodb",
      });
      expect([context.accountId, context.region, context.wireRequestId]).to.deep.equal([
        account,
        "us-east-1",
        "request",
      ]);
      expect(context.requestId).not.to.equal("request");
      expect(context.state).to.equal(instance.region(account, "us-east-1"));
    });

    it("calls in another region, where it is told to", async () => {
      const { context } = await nested("callAsCaller", principals.alice, [], "eu-west-1");
      expect(context.region).to.equal("eu-west-1");
      expect(context.state).to.equal(instance.region(account, "eu-west-1"));
    });

    it("keeps the nested decision under the id of the request, and both events", async () => {
      const { error } = await nested("callAsCaller", principals.alice, needs("kms:Decrypt"));
      expect(error).to.include({ code: "AccessDeniedException" });
      expect(decisions()).to.deep.equal([["kms:Decrypt", "ImplicitlyDenied"]]);
      expect(events()).to.deep.equal([
        ["Decrypt", "AccessDenied"],
        ["ListKeys", "AccessDenied"],
      ]);
    });

    it("keeps once what the state of a key decided", async () => {
      const run = () => {
        throw new AwsError("DisabledException", "Off.", { keyState: { action: "kms:Decrypt", resource: "key" } });
      };
      await refusal(probe({ run: (context) => context.callAsCaller("dynamodb", probe({ run }), {}) }));
      expect(decisions()).to.deep.equal([["kms:Decrypt", "ExplicitlyDenied"]]);
    });

    it("acts as the service itself, where it is told to", async () => {
      const { context, error } = await nested("callAsService", rootUser(account), needs("kms:Decrypt"));
      expect(context.caller).to.deep.equal({ ...principals.dynamodb, sourceArn: tableArn });
      expect(context.origin).to.deep.equal({
        sourceIp: "dynamodb.amazonaws.com",
        userAgent: "dynamodb.amazonaws.com",
        viaService: "dynamodb",
      });
      expect(error, "the account's permissions are not the service's").to.include({ code: "AccessDeniedException" });
    });
  });

  it("makes a call within another as the caller, with no service between, and keeps decisions and events of both", async () => {
    const seen: CallContext[] = [];
    const inner = probe({
      name: "Decrypt",
      access: (context) => {
        seen.push(context);
        return needs("kms:Decrypt");
      },
    });
    const error = await refusal(probe({ run: (context) => context.callWithin(inner, {}) }), principals.alice);
    expect(error).to.include({ code: "AccessDeniedException" });
    expect(seen[0]).to.deep.include({ caller: principals.alice, region: "us-east-1", wireRequestId: "request" });
    expect(seen[0]?.origin).not.to.have.property("viaService");
    expect(seen[0]?.requestId).not.to.equal("request");
    expect(decisions()).to.deep.equal([["kms:Decrypt", "ImplicitlyDenied"]]);
    expect(events()).to.deep.equal([
      ["Decrypt", "AccessDenied"],
      ["ListKeys", "AccessDenied"],
    ]);
  });

  it("keeps the accounts apart", async () => {
    await invoke(probe(), rootUser(account));
    await invoke(probe(), rootUser(otherAccount));
    expect([events(account).length, events(otherAccount).length]).to.deep.equal([1, 1]);
  });
});
