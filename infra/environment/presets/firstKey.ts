/** "First key": the choices of the console's wizard. Who manages the key does not encrypt with it, and the other way round. */
export const firstKey = {
  key: {
    alias: "sanyogitaKey",
    description: "Key for encrypting S3 files for experiment.",
    tags: { Project: "AWS-Learning" },
    users: [],
  },
  users: [
    { userName: "key-keeper", keyAdministrator: true },
    { userName: "key-user", keyUser: true },
  ],
  roles: [{ roleName: "experiment-role", services: ["lambda.amazonaws.com"], keyUser: true }],
};
