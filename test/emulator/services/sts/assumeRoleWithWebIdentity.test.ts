import { PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { ListKeysCommand } from "@aws-sdk/client-kms";
import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
  type AssumeRoleWithWebIdentityCommandInput,
} from "@aws-sdk/client-sts";
import { expect } from "chai";
import type { JWTPayload } from "jose";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { send } from "../../../support/signedRequest.ts";
import { allow, document } from "../iam/document.ts";
import { createRole } from "./assuming.ts";
import { clientsOf } from "./clientsOf.ts";
import { identityProvider, type IdentityProvider } from "./identityProvider.ts";

const account = "000000000000";
const issuer = "https://idp.example.com/lab";
const providerArn = `arn:aws:iam::${account}:oidc-provider/idp.example.com/lab`;
const action = "sts:AssumeRoleWithWebIdentity";
const notAuthorized = { code: "AccessDenied", message: `Not authorized to perform ${action}`, status: 403 };

/** A trust policy for the provider. */
const trusting = (Condition: object = {}, Action: readonly string[] = [action], Federated = providerArn) =>
  document({ Effect: "Allow", Principal: { Federated }, Action, Condition });

describe("STS AssumeRoleWithWebIdentity", () => {
  let emulator: Emulator;
  let sts: STSClient;
  let idp: IdentityProvider;
  let google: IdentityProvider;
  let roles = 0;
  before(async () => {
    idp = await identityProvider(issuer);
    google = await identityProvider("https://accounts.google.com", "ES256");
    emulator = await startTestEmulator({ issuers: { ...idp.issuers, ...google.issuers } });
    sts = new STSClient({ endpoint: emulator.url, region: "eu-west-1", maxAttempts: 1 });
    const { openIdConnectProviders } = emulator.instance.account(account).iam;
    for (const arn of [providerArn, `arn:aws:iam::${account}:oidc-provider/unknown.example.com`]) {
      openIdConnectProviders.set(arn, { arn, clientIds: ["lab", "office"] });
    }
  });
  after(async () => {
    sts.destroy();
    await emulator.stop();
  });

  const makeRole = (trustPolicy: string) => createRole(emulator, `Role-${++roles}`, trustPolicy);

  function assume(RoleArn: string, token: string, rest: Partial<AssumeRoleWithWebIdentityCommandInput> = {}) {
    const input = { RoleArn, RoleSessionName: "work", WebIdentityToken: token, ...rest };
    return sts.send(new AssumeRoleWithWebIdentityCommand(input));
  }

  it("starts a session of a role for whoever has a token, without a signature", async () => {
    const role = await makeRole(trusting());
    const answer = await assume(role.arn, await idp.sign());
    expect(answer).to.deep.include({
      SubjectFromWebIdentityToken: "person:ada",
      Provider: providerArn,
      Audience: "lab",
      AssumedRoleUser: {
        AssumedRoleId: `${role.id}:work`,
        Arn: `arn:aws:sts::${account}:assumed-role/Role-${roles}/work`,
      },
    });
    const session = clientsOf(emulator, answer);
    expect((await session.sts.send(new GetCallerIdentityCommand({}))).UserId).to.equal(`${role.id}:work`);
  });

  const conditions: { name: string; condition: object; claims?: JWTPayload; succeeds: boolean }[] = [
    { name: "the audience", condition: { "idp.example.com/lab:aud": "lab" }, succeeds: true },
    { name: "another audience", condition: { "idp.example.com/lab:aud": "office" }, succeeds: false },
    { name: "the subject", condition: { "idp.example.com/lab:sub": "person:ada" }, succeeds: true },
    { name: "another subject", condition: { "idp.example.com/lab:sub": "person:grace" }, succeeds: false },
    { name: "another provider", condition: { "idp.example.com:sub": "person:ada" }, succeeds: false },
    {
      name: "the authorized party instead of the audience",
      condition: { "idp.example.com/lab:aud": "office", "idp.example.com/lab:oaud": "lab" },
      claims: { azp: "office" },
      succeeds: true,
    },
    { name: "the session's name", condition: { "sts:RoleSessionName": "work" }, succeeds: true },
    { name: "another name of the session", condition: { "sts:RoleSessionName": "play" }, succeeds: false },
  ];
  for (const { name, condition, claims, succeeds } of conditions) {
    it(`is ${succeeds ? "allowed" : "denied"} by a trust policy for ${name}`, async () => {
      const role = await makeRole(trusting({ StringEquals: condition }));
      const call = assume(role.arn, await idp.sign(claims));
      if (succeeds) expect((await call).AssumedRoleUser?.AssumedRoleId).to.equal(`${role.id}:work`);
      else expect(await refusalOf(call)).to.deep.equal(notAuthorized);
    });
  }

  it("is denied by a trust policy that names an account or another provider, and for no role", async () => {
    const ofAccount = await makeRole(document({ Effect: "Allow", Principal: { AWS: account }, Action: action }));
    const ofOther = await makeRole(trusting({}, [action], "accounts.google.com"));
    for (const arn of [ofAccount.arn, ofOther.arn, `arn:aws:iam::${account}:role/Nobody`]) {
      expect(await refusalOf(assume(arn, await idp.sign()))).to.deep.equal(notAuthorized);
    }
  });

  it("knows Google without a provider in IAM", async () => {
    const condition = { StringEquals: { "accounts.google.com:aud": "anything" } };
    const role = await makeRole(trusting(condition, [action], "accounts.google.com"));
    const answer = await assume(role.arn, await google.sign({ aud: "anything" }));
    expect(answer.Provider).to.equal("accounts.google.com");
    expect(await refusalOf(assume(role.arn, await google.sign()))).to.deep.equal(notAuthorized);
  });

  const invalid = (message: string) => ({ code: "InvalidIdentityTokenException", message, status: 400 });
  const notJwt = invalid(
    "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
  );
  const noKey = invalid(
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  );
  const refusals: { name: string; token: () => Promise<string>; refused: object }[] = [
    { name: "what is no JWT", token: () => Promise.resolve("nonsense"), refused: notJwt },
    {
      name: "a token of an issuer that the account has no provider for",
      token: () => idp.sign({ iss: "https://other.example.com" }),
      refused: invalid("No OpenIDConnect provider found in your account for https://other.example.com"),
    },
    {
      name: "a token for another audience",
      token: () => idp.sign({ aud: "elsewhere" }),
      refused: invalid("Incorrect token audience"),
    },
    {
      name: "a token for another authorized party",
      token: () => idp.sign({ azp: "elsewhere" }),
      refused: invalid("Incorrect token audience"),
    },
    { name: "a token of a key that the issuer does not have", token: () => idp.sign({}, "two"), refused: noKey },
    {
      name: "a token that somebody else has signed",
      token: async () => (await identityProvider(issuer)).sign(),
      refused: invalid("The ID Token provided cannot be verified: signature verification failed"),
    },
    {
      name: "a token without a subject",
      token: () => idp.sign({ sub: undefined }),
      refused: invalid("Missing a required claim, or a claim of the wrong type: sub"),
    },
    {
      name: "a token that is not good yet",
      token: () => idp.sign({ nbf: Math.floor(Date.now() / 1000) + 300 }),
      refused: invalid('The ID Token provided cannot be verified: "nbf" claim timestamp check failed'),
    },
    {
      name: "session tags in the flat form",
      token: () => idp.sign({ "https://aws.amazon.com/tags/principal_tags/team": "red" }),
      refused: invalid(
        "The embedded AWS does not carry the claim 'https://aws.amazon.com/tags/principal_tags/team' yet.",
      ),
    },
    {
      name: "a token of an issuer whose keys are not known here",
      token: () => idp.sign({ iss: "https://unknown.example.com" }),
      refused: {
        code: "IDPCommunicationErrorException",
        message:
          "The embedded AWS does not know the keys of https://unknown.example.com. Give them in its option 'issuers'.",
        status: 400,
      },
    },
  ];
  for (const { name, token, refused } of refusals) {
    it(`refuses ${name}`, async () => {
      const role = await makeRole(trusting());
      expect(await refusalOf(assume(role.arn, await token()))).to.deep.equal(refused);
    });
  }

  it("refuses a token that has expired", async () => {
    const role = await makeRole(trusting());
    const exp = Math.floor(Date.now() / 1000) - 60;
    const { code, message, status } = await refusalOf(assume(role.arn, await idp.sign({ exp })));
    expect([code, status]).to.deep.equal(["ExpiredTokenException", 400]);
    expect(message).to.match(
      new RegExp(`^Token expired: current date/time \\d+ must be before the expiration date/time ${exp}$`),
    );
  });

  it("refuses a session that is longer than the role's, and the token of OAuth 2.0", async () => {
    const role = await makeRole(trusting());
    const call = async (rest: Partial<AssumeRoleWithWebIdentityCommandInput>) =>
      (await refusalOf(assume(role.arn, await idp.sign(), rest))).message;
    expect(await call({ DurationSeconds: 3601 })).to.equal(
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
    expect(await call({ ProviderId: "www.amazon.com" })).to.equal(
      `The embedded AWS does not carry the parameter 'ProviderId' of ${action} yet.`,
    );
  });

  it("starts sessions that session policies limit, and that carry what the token says", async () => {
    const role = await makeRole(trusting({}, [action, "sts:TagSession", "sts:SetSourceIdentity"]));
    const Condition = {
      StringEquals: {
        "aws:PrincipalTag/team": "red",
        "aws:SourceIdentity": "Ada",
        "aws:FederatedProvider": providerArn,
        "idp.example.com/lab:sub": "person:ada",
      },
    };
    const PolicyDocument = document({ Effect: "Allow", Action: "kms:ListKeys", Resource: "*", Condition });
    const policy = { RoleName: `Role-${roles}`, PolicyName: "p", PolicyDocument };
    await clientsFor(emulator).iam.send(new PutRolePolicyCommand(policy));
    const claims = {
      "https://aws.amazon.com/tags": { principal_tags: { team: ["red"] }, transitive_tag_keys: ["team"] },
      "https://aws.amazon.com/source_identity": "Ada",
    };
    const mayList = async (said: JWTPayload, rest?: Partial<AssumeRoleWithWebIdentityCommandInput>) =>
      clientsOf(emulator, await assume(role.arn, await idp.sign(said), rest))
        .kms.send(new ListKeysCommand({}))
        .then(
          () => true,
          () => false,
        );
    expect(await mayList(claims)).to.equal(true);
    expect(await mayList({})).to.equal(false);
    expect(await mayList(claims, { Policy: allow("kms:ListKeys") })).to.equal(true);
    expect(await mayList(claims, { Policy: allow("kms:Encrypt") })).to.equal(false);
    const untagged = await makeRole(trusting());
    expect((await refusalOf(assume(untagged.arn, await idp.sign(claims)))).message).to.equal(
      "Not authorized to perform sts:TagSession",
    );
  });

  it("is audited as a web identity's call, and the session's calls say where it came from", async () => {
    const role = await makeRole(trusting());
    const token = await idp.sign();
    const answer = await assume(role.arn, token);
    const last = () => emulator.instance.audit.eventsOf(account).at(-1);
    const event = last();
    expect(event?.userIdentity).to.deep.equal({
      type: "WebIdentityUser",
      principalId: `${providerArn}:lab:person:ada`,
      userName: "person:ada",
      identityProvider: providerArn,
    });
    expect(event?.requestParameters).to.deep.equal({ roleArn: role.arn, roleSessionName: "work" });
    expect(event?.responseElements).to.deep.include({
      subjectFromWebIdentityToken: "person:ada",
      provider: providerArn,
      audience: "lab",
    });
    expect(JSON.stringify(event)).not.to.contain(answer.Credentials?.SecretAccessKey);
    await clientsOf(emulator, answer).sts.send(new GetCallerIdentityCommand({}));
    expect(last()?.userIdentity.sessionContext).to.deep.include({
      webIdFederationData: {
        federatedProvider: providerArn,
        attributes: { "idp.example.com/lab:aud": ["lab"], "idp.example.com/lab:sub": "person:ada" },
      },
    });
  });

  it("does not mind who signs the request, and leaves other operations in need of a signature", async () => {
    const role = await makeRole(trusting());
    const { clients } = await createUser(emulator, "Ada", [{ Effect: "Deny", Action: "*", Resource: "*" }]);
    const input = { RoleArn: role.arn, RoleSessionName: "work", WebIdentityToken: await idp.sign() };
    expect((await clients.sts.send(new AssumeRoleWithWebIdentityCommand(input))).Audience).to.equal("lab");
    for (const form of [
      "Action=GetCallerIdentity&Version=2011-06-15",
      `Action=${action.slice(4)}&Version=2010-05-08`,
    ]) {
      const { status, text } = await send(emulator, {
        service: "sts",
        body: form,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        afterSigning: { authorization: undefined },
      });
      expect([status, /<Code>(.*)<\/Code>/.exec(text)?.[1]]).to.deep.equal([403, "MissingAuthenticationToken"]);
    }
  });
});
