package io.digitalworker.facts.declaration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** TypeScript, JavaScript and JSX. */
class ScriptDeclarationsTest {
    @Test
    void readsClassesWithAllThatIsSaidOfThem() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        @Injectable({ scope: 1 })
                        export default abstract class Foo<T extends object = {}, U = string>
                            extends mixin(Base, { a: 1 })<T> implements I<T, U>, J {
                          static { init() }
                          @Column({ type: 'int' }) private readonly id!: number
                          #secret = 5
                          static count = 0;
                          [key: string]: any
                          get size(): number { return 1 }
                          declare foo: Map<string, { a: number }>
                          @Get(':id') @Use(A, B)
                          async *find<K extends keyof T>(@Param('id') id: string, @Query() q: Q = {}): Promise<{ a: A }[]> { yield 1 }
                          over(a: string): void
                          over(a: any) { }
                          abstract go(): asserts this is Foo
                          async = 3
                          'quoted-name'() {}
                          [Symbol.iterator]() {}
                          of() {}
                          in: string
                        }
                        """))
                .containsExactly(
                        "@Injectable/1 abstract default export class Foo<T, U> : mixin(Base,{a:1})<T> | I<T,U> | J",
                        "  @Column/1 private readonly property Foo.id: number",
                        "  property Foo.#secret = 5",
                        "  static property Foo.count = 0",
                        "  property Foo.[key:string]: any",
                        "  get method Foo.size(): number {return 1",
                        "  declare property Foo.foo: Map<string,{a:number}>",
                        "  @Get/1 @Use/2 async method Foo.find<K>(@Param/1 id:string, @Query/0 q:Q=): Promise<{a:A}[]> {yield 1",
                        "  method Foo.over(a:string): void",
                        "  method Foo.over(a:any) {",
                        "  abstract method Foo.go: asserts this is Foo",
                        "  property Foo.async = 3",
                        "  method Foo.quoted-name",
                        "  method Foo.[Symbol.iterator]",
                        "  method Foo.of",
                        "  property Foo.in: string");
    }

    @Test
    void readsParameterPropertiesAsFieldsToo() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        class A {
                          constructor(@Inject(X) private readonly x: X, public y?: Y, z = 3) { super() }
                        }
                        """))
                .containsExactly(
                        "class A",
                        "  constructor A.constructor(@Inject/1 x:X, y:Y, z=) {super()",
                        "  @Inject/1 private readonly field A.x: X",
                        "  public field A.y: Y");
    }

    @Test
    void readsMethodsThatAreWrittenAsValues() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        class A {
                          handle = async (req: Request, res: Response): Promise<void> => { go() }
                          private twice = n => n * 2
                        }
                        """))
                .containsExactly(
                        "class A",
                        "  async method A.handle(req:Request, res:Response): Promise<void> {go()",
                        "  private method A.twice(n) => n * 2");
    }

    @Test
    void readsInterfacesAliasesAndEnums() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        export interface Item<T = any> extends Base<T>, Other {
                          readonly name: string, price?: number; (x: number): string; new (x): Item
                          total(tax: number): (x: A) => void
                          fn: (a: string) => Promise<void>
                        }
                        export type Props = Base & { a: string; onClick(e: Event): void } & Other<Q>
                        type Fn = <T>(x: T) => void
                        type Union = | 'a' | 'b'
                        type Cond<T> = T extends string ? { a: 1 } : never
                        export const enum Color { Red = 1 << 2, Green = 'g', 'blue-ish' }
                        declare module 'express' { interface Request { user: User } }
                        namespace N.M { export class In { x = 1 } export function f() {} export const k = 3 }
                        """))
                .containsExactly(
                        "export interface Item<T> : Base<T> | Other",
                        "  readonly property Item.name: string",
                        "  property Item.price: number",
                        "  method Item.total(tax:number): (x:A)=>void",
                        "  property Item.fn: (a:string)=>Promise<void>",
                        "  export function N.M.f",
                        "  const export field N.M.k = 3",
                        "export alias Props : Base | Other<Q>",
                        "  property Props.a: string",
                        "  method Props.onClick(e:Event): void",
                        "alias Fn",
                        "alias Union",
                        "alias Cond<T>",
                        "export enum Color",
                        "  enum-constant Color.Red = 1 << 2",
                        "  enum-constant Color.Green = 'g'",
                        "  enum-constant Color.blue-ish",
                        "interface express.Request",
                        "  property Request.user: User",
                        "export class N.M.In",
                        "  property In.x = 1");
    }

    @Test
    void readsFunctionsHoweverTheyAreWritten() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        export async function load<T>(id: string, ...rest: number[]): Promise<T> { class Inner {} function no() {} }
                        export function over(a: string): void
                        export function over(a: any) { }
                        export const handler: Handler<A, B> = async (event) => { go() }
                        const generic = <T,>(x: T): T => x
                        const narrow = (x: A): (A | B) => x
                        const bound = function named(a) { go() }
                        export default function () { go() }
                        """))
                .containsExactly(
                        "class Inner",
                        "  async export function load<T>(id:string, rest:number[]): Promise<T> {class Inner {} function no() {}",
                        "  export function over(a:string): void",
                        "  export function over(a:any) {",
                        "  async const export function handler(event) {go()",
                        "  const function generic<T>(x:T): T => x",
                        "  const function narrow(x:A): (A|B) => x",
                        "  const function bound(a) {go()",
                        "  default export function default() {go()");
    }

    @Test
    void readsVariablesOfTheModule() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        export const schema = z.object({ a: z.string() }).strict()
                        let count = 0, other: string | undefined
                        const sat = { a: 1 } satisfies Foo<A, B>
                        const after = a / b / c, s = x++ / 2, t = /[/"']/.test('x')
                        if (cond) { var within = 1 }
                        const K = class extends Base { m() {} }
                        const { p, q: r } = config
                        describe('x', () => { class InTest {}; const nope = 1; it('y', function () {}) })
                        ;(function () { function inCalled() {} })()
                        """))
                .containsExactly(
                        "  const export field schema = z.object({ a: z.string() }).strict()",
                        "  let field count = 0",
                        "  let field other: string|undefined",
                        "  const field sat = { a: 1 } satisfies Foo<A, B>",
                        "  const field after = a / b / c",
                        "  const field s = x++ / 2",
                        "  const field t = /[/\"']/.test('x')",
                        "  var field within = 1",
                        "  const field p",
                        "  const field r",
                        "  function inCalled",
                        "const class K : Base",
                        "  method K.m",
                        "class InTest");
    }

    @Test
    void readsWhatObjectsAndExportsHold() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        const plain = { a: 1, method() { go() }, async later(x) {}, nested: { deep: (y) => y } } as const
                        exports.foo = function (a, b) { go() }
                        module.exports.bar = async (x) => x
                        module.exports = { one, three() { go() }, four: (a) => a }
                        Proto.prototype.run = function run(a) {}
                        function one() { go() }
                        """))
                .containsExactly(
                        "  const field plain = { a: 1, method() { go() }, async later(x) {}, nested: { deep: (y) => y } } as const",
                        "  function plain.method() {go()",
                        "  async function plain.later(x)",
                        "  function plain.nested.deep(y) => y",
                        "  export function foo(a, b) {go()",
                        "  async export function bar(x) => x",
                        "  export function three() {go()",
                        "  export function four(a) => a",
                        "  function Proto.run(a)",
                        "  export function one() {go()");
    }

    @Test
    void namesWhatIsExportedElsewhere() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        class A {}
                        function b() { go() }
                        const c = 1
                        export { A, b as d }
                        export default c
                        """))
                .containsExactly(
                        "export class A",
                        "  export function b() {go()",
                        "  const default export field c = 1");
    }

    @Test
    void readsMarkupWithoutStumblingOverItsText() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        const X = () => <div>
                          {foo}
                        </div>
                        export const Comp: React.FC<Props> = ({ a, b }) => (
                          <div className="it's" data-x={a < b} {...props}>
                            Don't // panic http://x.y/z {a && <b>It's</b>} `
                            <Foo<Bar> render={() => { const q = 'x'; return <i>isn't</i> }} />
                            <></>
                          </div>
                        )
                        const after = `a${b ? `c"${d.replace(/"/g, '')}` : '}'}`
                        class Last { m(): void {} }
                        """))
                .containsExactly(
                        "  const function X() => <div> {foo} </div>",
                        "  const export function Comp({a,b}) => ( <div className=\"it's\" data-x={a < b} {...props}> Don't // panic http://x.y/z {a && <b>It's</b>} ` <Foo<Bar> render={() => { const q = 'x'; return <i>isn't</i> }} /> <></> </div> )",
                        "  const field after = `a${b ? `c\"${d.replace(/\"/g, '')}` : '}'}`",
                        "class Last",
                        "  method Last.m: void");
    }

    @Test
    void flowAndTypeAssertionsDoNoHarm() {
        assertThat(
                        Listing.of(
                                "x.tsx",
                                """
                        // @flow
                        import typeof X from 'x'
                        export type A = {| +a: ?string, b?: number |}
                        opaque type B = string
                        declare export function c(x: number): string
                        function d(x: ?number): %checks { go() }
                        const e = (<any>window).f
                        const g = <T>(x: T) => x
                        class H<+T> extends I<T> { prop: T; static +x: number }
                        """))
                .containsExactly(
                        "  declare export function c(x:number): string",
                        "  function d(x:?number): %checks {go()",
                        "  const field e = (<any>window).f",
                        "  const function g<T>(x:T) => x",
                        "export alias A",
                        "  property A.a: ?string",
                        "  property A.b: number",
                        "opaque alias B : string",
                        "class H<T> : I<T>",
                        "  property H.prop: T",
                        "  static property H.x: number");
    }

    @Test
    void readsImportsInAllForms() {
        assertThat(
                        Listing.imports(
                                "x.tsx",
                                """
                        import React, { useState as use, type FC } from 'react'
                        import type { A } from './a'
                        import * as path from "path"
                        import './side'
                        import fs = require('fs')
                        export * from './x'
                        export * as ns from './y'
                        export { default, b as c } from './z'
                        export { plain as renamed, Late }
                        const { a, b: bb } = require('m'), express = require('express')
                        const Router = require('express').Router
                        const dbg = require('debug')('app')
                        const lazy = React.lazy(() => import('./Page'))
                        const conf = await import('./conf')
                        app.use('/api', require('./routes'))
                        require('dotenv')
                        module.exports = { one, five: require('./five') }
                        """))
                .containsExactly(
                        "react | default | React",
                        "react | useState | use",
                        "react | FC | FC",
                        "./a | A | A",
                        "path | * | path",
                        "./side |  | ",
                        "fs | * | fs",
                        "./x | * |  again",
                        "./y | * | ns again",
                        "./z | default | default again",
                        "./z | b | c again",
                        " | plain | renamed again",
                        "m | a | a",
                        "m | b | bb",
                        "express | * | express",
                        "express | Router | Router",
                        "debug | * | ",
                        "./Page | * | ",
                        "./conf | * | conf",
                        "./routes | * | ",
                        "dotenv |  | ",
                        "./five | * | five again");
    }
}
