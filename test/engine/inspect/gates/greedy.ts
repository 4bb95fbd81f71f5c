// A gate that takes more and more memory.
const taken: number[][] = []
for (;;) taken.push(Array.from({ length: 1_000_000 }, () => taken.length))
