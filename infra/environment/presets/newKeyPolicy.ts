/** "A new key with a new key policy": two administrators, of whom one uses the key as well. */
export const newKeyPolicy = {
  key: { alias: "NewKey", administrators: [], users: [] },
  users: [
    { userName: "CloudAcademy", keyAdministrator: true },
    { userName: "Stuart", keyAdministrator: true, keyUser: true },
  ],
};
