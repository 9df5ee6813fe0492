/** Capital letters and digits without 0 and O, and without 1, I and L: people read them to each other, and from paper. */
export const unambiguous = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
