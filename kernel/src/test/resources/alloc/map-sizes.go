package main

// Maps of every size at which they change, of keys and elements of many sizes: what headers, groups,
// tables and directories take, and what of that deleting, clearing and hints change.

type cell struct{ p *int }

var words = names()
var cells [900]cell
var numbers = boxes()

func names() (a [900]string) {
	text := ""
	for i := range a {
		a[i] = text
		text += "x"
	}
	return
}

func boxes() (a [900]any) {
	for i := range a {
		a[i] = i
	}
	return
}

var sinkInts map[int]int
var sinkTexts map[string]int
var sinkBytes map[byte]bool
var sinkSets map[int32]struct{}
var sinkPointers map[*cell][]int
var sinkWide map[[200]byte][3]int
var sinkToWide map[int][200]byte
var sinkEdge map[[16]int64][128]byte
var sinkFaces map[any]any

func fillInts(n int) {
	sinkInts = map[int]int{}
	for i := range n {
		sinkInts[i] = i
	}
}

func fillTexts(n int) {
	sinkTexts = map[string]int{}
	for i := range n {
		sinkTexts[words[i]] = i
	}
}

func fillBytes(n int) {
	sinkBytes = map[byte]bool{}
	for i := range n {
		sinkBytes[byte(i)] = true
	}
}

func fillSets(n int) {
	sinkSets = map[int32]struct{}{}
	for i := range n {
		sinkSets[int32(i)] = struct{}{}
	}
}

func fillPointers(n int) {
	sinkPointers = map[*cell][]int{}
	for i := range n {
		sinkPointers[&cells[i]] = nil
	}
}

func fillWide(n int) {
	sinkWide = map[[200]byte][3]int{}
	for i := range n {
		sinkWide[[200]byte{byte(i), byte(i >> 8)}] = [3]int{}
	}
}

func fillToWide(n int) {
	sinkToWide = map[int][200]byte{}
	for i := range n {
		sinkToWide[i] = [200]byte{}
	}
}

func fillEdge(n int) {
	sinkEdge = map[[16]int64][128]byte{}
	for i := range n {
		sinkEdge[[16]int64{int64(i)}] = [128]byte{}
	}
}

func fillFaces(n int) {
	sinkFaces = map[any]any{}
	for i := range n {
		sinkFaces[numbers[i]] = numbers[i]
	}
}

func ints0() { fillInts(0) }

func ints1() { fillInts(1) }

func ints2() { fillInts(2) }

func ints7() { fillInts(7) }

func ints8() { fillInts(8) }

func ints9() { fillInts(9) }

func ints14() { fillInts(14) }

func ints15() { fillInts(15) }

func ints28() { fillInts(28) }

func ints29() { fillInts(29) }

func ints56() { fillInts(56) }

func ints57() { fillInts(57) }

func ints112() { fillInts(112) }

func ints113() { fillInts(113) }

func ints224() { fillInts(224) }

func ints225() { fillInts(225) }

func ints448() { fillInts(448) }

func ints449() { fillInts(449) }

func ints896() { fillInts(896) }

func texts0() { fillTexts(0) }

func texts1() { fillTexts(1) }

func texts2() { fillTexts(2) }

func texts7() { fillTexts(7) }

func texts8() { fillTexts(8) }

func texts9() { fillTexts(9) }

func texts14() { fillTexts(14) }

func texts15() { fillTexts(15) }

func texts28() { fillTexts(28) }

func texts29() { fillTexts(29) }

func texts56() { fillTexts(56) }

func texts57() { fillTexts(57) }

func texts112() { fillTexts(112) }

func texts113() { fillTexts(113) }

func texts224() { fillTexts(224) }

func texts225() { fillTexts(225) }

func texts448() { fillTexts(448) }

func texts449() { fillTexts(449) }

func texts896() { fillTexts(896) }

func bytes0() { fillBytes(0) }

func bytes1() { fillBytes(1) }

func bytes2() { fillBytes(2) }

func bytes7() { fillBytes(7) }

func bytes8() { fillBytes(8) }

func bytes9() { fillBytes(9) }

func bytes14() { fillBytes(14) }

func bytes15() { fillBytes(15) }

func bytes28() { fillBytes(28) }

func bytes29() { fillBytes(29) }

func bytes56() { fillBytes(56) }

func bytes57() { fillBytes(57) }

func bytes112() { fillBytes(112) }

func bytes113() { fillBytes(113) }

func bytes224() { fillBytes(224) }

func bytes225() { fillBytes(225) }

func sets0() { fillSets(0) }

func sets1() { fillSets(1) }

func sets2() { fillSets(2) }

func sets7() { fillSets(7) }

func sets8() { fillSets(8) }

func sets9() { fillSets(9) }

func sets14() { fillSets(14) }

func sets15() { fillSets(15) }

func sets28() { fillSets(28) }

func sets29() { fillSets(29) }

func sets56() { fillSets(56) }

func sets57() { fillSets(57) }

func sets112() { fillSets(112) }

func sets113() { fillSets(113) }

func sets224() { fillSets(224) }

func sets225() { fillSets(225) }

func sets448() { fillSets(448) }

func sets449() { fillSets(449) }

func sets896() { fillSets(896) }

func pointers0() { fillPointers(0) }

func pointers1() { fillPointers(1) }

func pointers8() { fillPointers(8) }

func pointers9() { fillPointers(9) }

func pointers14() { fillPointers(14) }

func pointers15() { fillPointers(15) }

func pointers28() { fillPointers(28) }

func pointers29() { fillPointers(29) }

func pointers57() { fillPointers(57) }

func pointers112() { fillPointers(112) }

func pointers113() { fillPointers(113) }

func pointers224() { fillPointers(224) }

func pointers896() { fillPointers(896) }

func wide0() { fillWide(0) }

func wide1() { fillWide(1) }

func wide8() { fillWide(8) }

func wide9() { fillWide(9) }

func wide14() { fillWide(14) }

func wide15() { fillWide(15) }

func wide28() { fillWide(28) }

func wide29() { fillWide(29) }

func wide57() { fillWide(57) }

func wide112() { fillWide(112) }

func wide113() { fillWide(113) }

func wide224() { fillWide(224) }

func wide896() { fillWide(896) }

func toWide0() { fillToWide(0) }

func toWide1() { fillToWide(1) }

func toWide8() { fillToWide(8) }

func toWide9() { fillToWide(9) }

func toWide14() { fillToWide(14) }

func toWide15() { fillToWide(15) }

func toWide28() { fillToWide(28) }

func toWide29() { fillToWide(29) }

func toWide57() { fillToWide(57) }

func toWide112() { fillToWide(112) }

func toWide113() { fillToWide(113) }

func toWide224() { fillToWide(224) }

func toWide896() { fillToWide(896) }

func edge0() { fillEdge(0) }

func edge1() { fillEdge(1) }

func edge8() { fillEdge(8) }

func edge9() { fillEdge(9) }

func edge14() { fillEdge(14) }

func edge15() { fillEdge(15) }

func edge28() { fillEdge(28) }

func edge29() { fillEdge(29) }

func edge57() { fillEdge(57) }

func edge112() { fillEdge(112) }

func edge113() { fillEdge(113) }

func edge224() { fillEdge(224) }

func edge896() { fillEdge(896) }

func faces0() { fillFaces(0) }

func faces1() { fillFaces(1) }

func faces8() { fillFaces(8) }

func faces9() { fillFaces(9) }

func faces14() { fillFaces(14) }

func faces15() { fillFaces(15) }

func faces28() { fillFaces(28) }

func faces29() { fillFaces(29) }

func faces57() { fillFaces(57) }

func faces112() { fillFaces(112) }

func faces113() { fillFaces(113) }

func faces224() { fillFaces(224) }

func faces896() { fillFaces(896) }

func deletedAndFilled() {
	fillInts(14)
	for i := range 100 {
		delete(sinkInts, i%14)
		sinkInts[i%14] = i
	}
}

func deletedWide() {
	fillWide(8)
	for i := range 8 {
		delete(sinkWide, [200]byte{byte(i)})
		sinkWide[[200]byte{byte(i)}] = [3]int{}
	}
}

func clearedAndFilled() {
	fillInts(896)
	clear(sinkInts)
	for i := range 896 {
		sinkInts[i] = i
	}
}

func clearedSmall() {
	fillToWide(8)
	clear(sinkToWide)
	for i := range 8 {
		sinkToWide[i] = [200]byte{}
	}
}

func writtenAgain() {
	fillToWide(20)
	for i := range 20 {
		sinkToWide[i] = [200]byte{1}
	}
}

// The eighth entry is there already: gc makes a table all the same.
func eighthAgain() {
	fillInts(8)
	sinkInts[3] = 5
}

func hintedTexts() {
	for _, n := range [...]int{0, 8, 9, 14, 15, 28, 29, 112, 113, 448, 449, 896, 897, 1792, 1793, 4000} {
		sinkTexts = make(map[string]int, n)
	}
}

func hintedWide() {
	for _, n := range [...]int{8, 9, 29, 897} {
		sinkWide = make(map[[200]byte][3]int, n)
	}
}
