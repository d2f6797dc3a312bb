import fs from "fs"; import vm from "vm"; import MiniSearch from "minisearch";
const ctx={}; vm.createContext(ctx); vm.runInContext(fs.readFileSync("docs/assets/pasted.js","utf8")+";globalThis.essence=essence",ctx);
const essence=ctx.essence;
const STOP=new Set(("a an and are as at be by do does for from has have how i if in is it its me my of on or so than that the then this to was what when why with you your").split(" "));
const tokens=t=>essence(t).toLowerCase().split(/[^\p{L}\p{N}]+/u); const counts=w=>w.length>1&&!STOP.has(w);
const {entries,queries}=JSON.parse(fs.readFileSync("/tmp/atk/finder.json"));
const s=new MiniSearch({fields:["text"],storeFields:["entry","text"],tokenize:tokens,processTerm:w=>counts(w)&&w,searchOptions:{fuzzy:w=>w.length>4&&0.2,prefix:w=>w.length>2,weights:{fuzzy:0.4,prefix:0.7}}});
entries.forEach((e,n)=>s.addAll(e.words.map((text,at)=>({id:`${n}.${at}`,text,entry:n}))));
function ask(t){const w=new Set(tokens(t).filter(counts));const f=w.size?s.search(t):[];const r=f.filter(({queryTerms,score},_,[b])=>queryTerms.length>=0.2*w.size&&score>=0.3*b.score);const m=new Map();for(const x of r)if(!m.has(x.entry))m.set(x.entry,x.text);return [...m.keys()].slice(0,6).map(i=>entries[i].href)}
const mine=process.argv.slice(2);
if(mine.length){for(const m of mine)console.log(m,"\n   ",ask(m).slice(0,4).join("  "))}
else{let miss=0;for(const q of queries){const r=ask(q.text);if(!r.slice(0,3).some(x=>q.answers.includes(x))){miss++;console.log(q.text.trim().split("\n").at(-1),r.slice(0,3))}}console.log(miss,"of",queries.length,"entries",entries.length)}
